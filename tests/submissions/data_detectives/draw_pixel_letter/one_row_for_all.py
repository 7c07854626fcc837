# points: 1
# hint: is_one_row_eight_times
# why: one and the same row eight times
letter = "lam"
picture = [[0] * 8] * 8
for row in range(7):
    picture[row][5] = 1
    picture[row][6] = 1
