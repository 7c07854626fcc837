# points: 3
# hint: lies_in_another_box
# why: problem and people swapped
plan = {"who": ["one_heap"], "problem": ["market_team"], "data": ["shine_and_soft"], "unsure": ["asks"]}
