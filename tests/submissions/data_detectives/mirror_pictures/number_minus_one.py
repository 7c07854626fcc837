# points: 2
# hint: makes_minus_numbers
# why: takes 1 away from the number
def inverted(picture):
    return [[number - 1 for number in row] for row in picture]


def mirrored(picture):
    return [row[::-1] for row in picture]
