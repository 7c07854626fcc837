# points: 4
# hint: miscounts_the_draws
# why: misses one mark
# form: pad
score_four = 13
score_twenty = 17
better = 13
worse = 2
conclusion = "mostly"
