# points: 2
# hint: loses_columns
# why: stops one before the first number
def inverted(picture):
    return [[1 - number for number in row] for row in picture]


def mirrored(picture):
    return [[row[place] for place in range(7, 0, -1)] for row in picture]
