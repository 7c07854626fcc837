# points: 4
# hint: is_no_number
# why: puts the scores between quotes
score_four = "13"
score_twenty = "17"
better = 14
worse = 2
conclusion = "mostly"
