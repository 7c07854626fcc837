# points: 3
# hint: lies_in_another_box
# why: asks a human stands under who
# form: pad
plan = {"who": ["asks"], "problem": ["one_heap"], "data": ["shine_and_soft"], "unsure": ["market_team"]}
