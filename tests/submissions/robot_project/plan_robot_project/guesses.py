# points: 4
# hint: guesses
# why: lets the robot guess
plan = {"who": ["market_team"], "problem": ["one_heap"], "data": ["shine_and_soft"], "unsure": ["guesses"]}
