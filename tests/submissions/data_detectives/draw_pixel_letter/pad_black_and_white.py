# points: 1
# hint: swaps_black_and_white
# why: colors what is around the letter
# form: pad
letter = "lam"
picture = [
    [1, 1, 1, 1, 1, 0, 0, 1],
    [1, 1, 1, 1, 1, 0, 0, 1],
    [1, 1, 1, 1, 1, 0, 0, 1],
    [1, 1, 1, 1, 1, 0, 0, 1],
    [1, 1, 1, 1, 1, 0, 0, 1],
    [0, 0, 1, 1, 1, 0, 0, 1],
    [0, 0, 1, 1, 1, 0, 0, 1],
    [1, 0, 0, 0, 0, 0, 1, 1],
]
