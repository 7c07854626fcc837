# points: 2
# hint: turns_upside_down
# why: turns the order of the rows round
def inverted(picture):
    return [[1 - number for number in row] for row in picture]


def mirrored(picture):
    result = []
    for row in picture:
        result.insert(0, row)
    return result
