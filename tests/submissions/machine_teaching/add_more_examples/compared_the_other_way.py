# points: 3
# hint: swaps_better_and_worse
# why: compares the other way round
score_four = count_right(tray[:4])
score_twenty = count_right(tray)
better = 0
worse = 0
for four, twenty in draws:
    if twenty < four:
        better = better + 1
    if twenty > four:
        worse = worse + 1
conclusion = "mostly"
