# points: 6
# hint: none
# why: calculates from what is left over
# form: pad
score_four = 20 - 7
score_twenty = 20 - 3
worse = 2
better = 20 - 4 - worse
conclusion = "mostly"
