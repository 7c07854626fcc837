# points: 0
# hint: is_white
# why: names a letter and colors nothing
letter = "lam"
picture = [[0, 0, 0, 0, 0, 0, 0, 0] for row in range(8)]
