# points: 4
# hint: counts_the_mistakes
# why: counts the wrong predictions
score_four = 20 - count_right(tray[:4])
score_twenty = 20 - count_right(tray)
better = 14
worse = 2
conclusion = "mostly"
