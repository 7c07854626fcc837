# points: 5
# hint: misses_a_score
# why: takes the last four of the tray
score_four = count_right(tray[-4:])
score_twenty = 17
better = 14
worse = 2
conclusion = "mostly"
