# points: 6
# hint: none
# why: adds up comparisons
score_four, score_twenty = count_right(trays[0][:4]), count_right(trays[0])
better = sum(twenty > four for four, twenty in draws)
worse = sum(twenty < four for four, twenty in draws)
conclusion = "mostly"
