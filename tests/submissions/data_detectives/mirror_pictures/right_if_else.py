# points: 6
# hint: none
# why: asks for each number
def inverted(picture):
    result = []
    for row in picture:
        new_row = []
        for number in row:
            if number == 0:
                new_row.append(1)
            else:
                new_row.append(0)
        result.append(new_row)
    return result


def mirrored(picture):
    result = []
    for row in picture:
        new_row = []
        for place in range(8):
            new_row.append(row[7 - place])
        result.append(new_row)
    return result
