# points: 4
# hint: swaps_the_scores
# why: mixes up which tray is which
score_four = count_right(tray)
score_twenty = count_right(tray[:4])
better = 14
worse = 2
conclusion = "mostly"
