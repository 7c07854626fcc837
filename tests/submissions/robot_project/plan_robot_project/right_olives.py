# points: 5
# hint: none
# why: the olives
plan = {"who": ["olive_women"], "problem": ["mixed_olives"], "data": ["color_and_size"], "unsure": ["asks"]}
