# points: 3
# hint: collects_people
# why: wants photos of people
plan = {"who": ["market_team"], "problem": ["one_heap"], "data": ["photos"], "unsure": ["asks"]}
