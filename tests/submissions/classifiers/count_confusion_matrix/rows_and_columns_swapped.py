# points: 0
# hint: transposed
# why: takes the predicted label for the row
def confusion(true, predicted, labels):
    matrix = [[0] * len(labels) for _ in labels]
    for a, b in zip(true, predicted):
        matrix[labels.index(b)][labels.index(a)] += 1
    return matrix
