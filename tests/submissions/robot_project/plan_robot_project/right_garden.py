# points: 5
# hint: none
# why: the garden
plan = {"who": ["garden_club"], "problem": ["dry_pots"], "data": ["damp_and_sun"], "unsure": ["asks"]}
