# points: 4
# hint: says_always
# why: takes mostly for always
score_four = 13
score_twenty = 17
better = 14
worse = 2
conclusion = "always"
