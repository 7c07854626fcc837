# points: 4
# hint: says_never
# why: takes the few worse draws for all
# form: pad
score_four = 13
score_twenty = 17
better = 14
worse = 2
conclusion = "never"
