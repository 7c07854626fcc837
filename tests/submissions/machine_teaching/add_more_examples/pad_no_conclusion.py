# points: 4
# hint: concludes_nothing
# why: counts and does not conclude
# form: pad
score_four = 13
score_twenty = 17
better = 14
worse = 2
conclusion = ""
