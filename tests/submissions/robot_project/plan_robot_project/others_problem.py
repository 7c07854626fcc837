# points: 4
# hint: problem_of_others
# why: the problem of the garden
plan = {"who": ["market_team"], "problem": ["dry_pots"], "data": ["damp_and_sun"], "unsure": ["asks"]}
