# points: 6
# hint: none
# why: counts the marks in the printed lists by hand
score_four = 13
score_twenty = 17
better = 14
worse = 2
conclusion = "mostly"
