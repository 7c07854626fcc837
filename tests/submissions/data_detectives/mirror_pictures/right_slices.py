# points: 6
# hint: none
# why: reads each row from its end
def inverted(picture):
    return [[1 - number for number in row] for row in picture]


def mirrored(picture):
    return [row[::-1] for row in picture]
