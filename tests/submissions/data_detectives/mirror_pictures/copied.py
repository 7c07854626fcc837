# points: 0
# hint: copies_only
# why: leaves both functions as they are
def inverted(picture):
    result = []
    for row in picture:
        result.append(row)
    return result


def mirrored(picture):
    result = []
    for row in picture:
        result.append(row)
    return result
