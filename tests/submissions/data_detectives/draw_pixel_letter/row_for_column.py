# points: 1
# hint: swaps_rows_and_columns
# why: takes the row for the column
letter = "t"
picture = [[0, 0, 0, 0, 0, 0, 0, 0] for row in range(8)]
for row in range(8):
    picture[3][row] = 1
    picture[4][row] = 1
for column in range(8):
    picture[column][0] = 1
    picture[column][1] = 1
