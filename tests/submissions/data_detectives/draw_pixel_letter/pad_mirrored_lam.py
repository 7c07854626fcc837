# points: 1
# hint: looks_the_other_way
# why: draws the lam with its stem on the left
# form: pad
letter = "lam"
picture = [
    [0, 1, 1, 0, 0, 0, 0, 0],
    [0, 1, 1, 0, 0, 0, 0, 0],
    [0, 1, 1, 0, 0, 0, 0, 0],
    [0, 1, 1, 0, 0, 0, 0, 0],
    [0, 1, 1, 0, 0, 0, 0, 0],
    [0, 1, 1, 0, 0, 0, 1, 1],
    [0, 1, 1, 0, 0, 0, 1, 1],
    [0, 0, 1, 1, 1, 1, 1, 0],
]
