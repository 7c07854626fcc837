# points: 0
# hint: several_cards
# why: all cards in one box
plan = {"who": ["market_team", "one_heap", "shine_and_soft", "olive_women", "mixed_olives", "color_and_size"], "problem": [], "data": [], "unsure": []}
