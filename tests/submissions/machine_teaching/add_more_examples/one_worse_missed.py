# points: 4
# hint: miscounts_the_draws
# why: misses one of the worse draws
score_four = 13
score_twenty = 17
better = 14
worse = 1
conclusion = "mostly"
