# points: 2
# hint: makes_true_and_false
# why: uses the opposite of true
def inverted(picture):
    return [[not number for number in row] for row in picture]


def mirrored(picture):
    return [row[::-1] for row in picture]
