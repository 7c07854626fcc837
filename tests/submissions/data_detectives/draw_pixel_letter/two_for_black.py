# points: 0
# hint: has_other_numbers
# why: writes 2 for black
letter = "t"
picture = [[2] * 8] * 2 + [[0, 0, 0, 2, 2, 0, 0, 0]] * 6
