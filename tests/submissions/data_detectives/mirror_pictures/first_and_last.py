# points: 2
# hint: loses_columns
# why: swaps the first and the last number only
def inverted(picture):
    return [[1 - number for number in row] for row in picture]


def mirrored(picture):
    result = []
    for row in picture:
        result.append([row[7]] + row[1:7] + [row[0]])
    return result
