# points: 2
# hint: inverts_the_mirror_too
# why: mirrors and inverts in one function
def inverted(picture):
    return [[1 - number for number in row] for row in picture]


def mirrored(picture):
    return [[1 - number for number in row[::-1]] for row in picture]
