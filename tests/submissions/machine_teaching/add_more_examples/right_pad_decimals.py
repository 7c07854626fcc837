# points: 6
# hint: none
# why: writes a number with a decimal point
# form: pad
score_four = 13.0
score_twenty = 17
better = 14
worse = 2
conclusion = "mostly"
