# points: 2
# hint: makes_minus_numbers
# why: writes a minus before the number
def inverted(picture):
    result = []
    for row in picture:
        new_row = []
        for number in row:
            new_row.append(-number)
        result.append(new_row)
    return result


def mirrored(picture):
    return [row[::-1] for row in picture]
