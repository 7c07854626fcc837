# points: 4
# hint: data_of_others
# why: examples about olives for pots
plan = {"who": ["garden_club"], "problem": ["dry_pots"], "data": ["color_and_size"], "unsure": ["asks"]}
