# points: 4
# hint: says_no_difference
# why: looks at the equal draws
# form: pad
score_four = 13
score_twenty = 17
better = 14
worse = 2
conclusion = "equal"
