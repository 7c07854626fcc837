# points: 0
# hint: dictionary
# why: keeps the pairs as keys
def confusion(true, predicted, labels):
    counts = {(row, column): 0 for row in labels for column in labels}
    for a, b in zip(true, predicted):
        counts[a, b] += 1
    return counts
