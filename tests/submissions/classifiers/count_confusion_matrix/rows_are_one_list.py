# points: 0
# hint: shared_rows
# why: a list times a number repeats the same inner list
def confusion(true, predicted, labels):
    matrix = [[0] * len(labels)] * len(labels)
    for a, b in zip(true, predicted):
        matrix[labels.index(a)][labels.index(b)] += 1
    return matrix
