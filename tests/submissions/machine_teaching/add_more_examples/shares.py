# points: 4
# hint: gives_a_share
# why: divides by the number of fruits
score_four = count_right(tray[:4]) / len(exam)
score_twenty = count_right(tray) / len(exam)
better = 14
worse = 2
conclusion = "mostly"
