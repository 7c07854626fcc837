# points: 1
# hint: is_not_finished
# why: colors a short stem and forgets the bar
letter = "t"
picture = [[0, 0, 0, 0, 0, 0, 0, 0] for row in range(8)]
for row in range(2, 7):
    picture[row][3] = 1
    picture[row][4] = 1
