# points: 3
# hint: looks_at_one_draw
# why: stops after the first draw
score_four = 13
score_twenty = 17
better = 1
worse = 0
conclusion = "mostly"
