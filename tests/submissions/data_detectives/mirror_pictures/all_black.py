# points: 2
# hint: paints_all_black
# why: writes 1 everywhere
def inverted(picture):
    result = []
    for row in picture:
        new_row = []
        for number in row:
            new_row.append(1)
        result.append(new_row)
    return result


def mirrored(picture):
    return [row[::-1] for row in picture]
