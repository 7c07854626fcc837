# points: 4
# hint: counts_the_mistakes
# why: counts the crosses
# form: pad
score_four = 7
score_twenty = 3
better = 14
worse = 2
conclusion = "mostly"
