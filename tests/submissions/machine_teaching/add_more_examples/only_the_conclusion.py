# points: 1
# hint: not_yet_filled_in
# why: chooses a conclusion and counts nothing
score_four = 0
score_twenty = 0
better = 0
worse = 0
conclusion = "mostly"
