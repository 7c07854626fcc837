# points: 0
# hint: swaps_the_functions
# why: writes each function under the other name
def mirrored(picture):
    return [[1 - number for number in row] for row in picture]


def inverted(picture):
    return [row[::-1] for row in picture]
