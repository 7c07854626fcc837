# points: 3
# hint: collects_people
# why: photos for an idea of its own
# form: pad
plan = {"who": ["own_people"], "problem": ["own_problem"], "data": ["photos"], "unsure": ["asks"]}
