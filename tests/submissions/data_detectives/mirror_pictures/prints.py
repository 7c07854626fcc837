# points: 2
# hint: gives_nothing_back
# why: shows the mirrored picture and gives nothing back
def inverted(picture):
    return [[1 - number for number in row] for row in picture]


def mirrored(picture):
    for row in picture:
        print(row[::-1])
