# points: 6
# hint: none
# why: turns signs into numbers
letter = "lam"
signs = [".....##."] * 5 + ["##...##."] * 2 + [".#####.."]
picture = []
for line in signs:
    row = []
    for sign in line:
        if sign == "#":
            row.append(1)
        else:
            row.append(0)
    picture.append(row)
