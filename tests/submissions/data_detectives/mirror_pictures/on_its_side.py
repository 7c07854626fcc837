# points: 2
# hint: swaps_rows_and_columns
# why: makes columns of rows
def inverted(picture):
    return [[1 - number for number in row] for row in picture]


def mirrored(picture):
    result = []
    for column in range(8):
        result.append([row[column] for row in picture])
    return result
