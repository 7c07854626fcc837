# points: 0
# hint: empty_box
# why: no examples
plan = {"who": ["market_team"], "problem": ["one_heap"], "data": [], "unsure": ["asks"]}
