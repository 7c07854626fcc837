# points: 2
# hint: mirrors_not_at_all
# why: inverts and does not mirror
def inverted(picture):
    result = []
    for row in picture:
        new_row = []
        for number in row:
            new_row.append(1 - number)
        result.append(new_row)
    return result


def mirrored(picture):
    result = []
    for row in picture:
        new_row = []
        for number in row:
            new_row.append(number)
        result.append(new_row)
    return result
