# points: 0
# hint: flat_list
# why: appends all counts to the same list
def confusion(true, predicted, labels):
    counts = []
    for row in labels:
        for column in labels:
            counts.append(sum(1 for a, b in zip(true, predicted) if a == row and b == column))
    return counts
