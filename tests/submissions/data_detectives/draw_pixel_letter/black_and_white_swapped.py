# points: 1
# hint: swaps_black_and_white
# why: takes 1 for white
letter = "t"
picture = [[0] * 8 for row in range(2)] + [[1, 1, 1, 0, 0, 1, 1, 1] for row in range(6)]
