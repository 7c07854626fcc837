# points: 6
# hint: none
# why: lets Python turn the rows round
def inverted(picture):
    return [[(number + 1) % 2 for number in row] for row in picture]


def mirrored(picture):
    return [list(reversed(row)) for row in picture]
