# points: 6
# hint: none
# why: collects the draws in lists and takes their lengths
score_four = draws[0][0]
score_twenty = draws[0][1]
better = len([draw for draw in draws if draw[1] > draw[0]])
same = len([draw for draw in draws if draw[1] == draw[0]])
worse = len(draws) - better - same
conclusion = "mostly"
