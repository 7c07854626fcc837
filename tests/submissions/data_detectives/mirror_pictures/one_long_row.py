# points: 2
# hint: loses_the_rows
# why: puts all numbers into one row
def inverted(picture):
    result = []
    for row in picture:
        for number in row:
            result.append(1 - number)
    return result


def mirrored(picture):
    return [row[::-1] for row in picture]
