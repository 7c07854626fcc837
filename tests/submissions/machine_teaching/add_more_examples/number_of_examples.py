# points: 4
# hint: counts_the_examples
# why: writes how many examples there are
score_four = len(tray[:4])
score_twenty = len(tray)
better = 14
worse = 2
conclusion = "mostly"
