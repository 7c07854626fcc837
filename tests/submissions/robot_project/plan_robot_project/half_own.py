# points: 4
# hint: mixes_own_idea
# why: own people, a given problem
plan = {"who": ["own_people"], "problem": ["one_heap"], "data": ["shine_and_soft"], "unsure": ["asks"]}
