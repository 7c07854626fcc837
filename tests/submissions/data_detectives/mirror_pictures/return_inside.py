# points: 2
# hint: stops_after_one_row
# why: gives back inside the loop
def inverted(picture):
    result = []
    for row in picture:
        new_row = []
        for number in row:
            new_row.append(1 - number)
        result.append(new_row)
        return result


def mirrored(picture):
    return [row[::-1] for row in picture]
