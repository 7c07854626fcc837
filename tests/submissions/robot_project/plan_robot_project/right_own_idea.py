# points: 5
# hint: none
# why: an idea of its own
# form: pad
plan = {"who": ["own_people"], "problem": ["own_problem"], "data": ["own_examples"], "unsure": ["asks"]}
