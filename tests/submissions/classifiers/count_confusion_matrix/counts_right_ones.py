# points: 0
# hint: right_ones_only
# why: counts only where both lists agree
def confusion(true, predicted, labels):
    matrix = [[0] * len(labels) for _ in labels]
    for a, b in zip(true, predicted):
        if a == b:
            matrix[labels.index(a)][labels.index(b)] += 1
    return matrix
