# points: 0
# hint: several_cards
# why: helps two groups
# form: pad
plan = {"who": ["market_team", "olive_women"], "problem": ["one_heap"], "data": ["shine_and_soft"], "unsure": ["asks"]}
