# points: 2.5
# hint: own_order
# why: sorts the labels first
def confusion(true, predicted, labels):
    ordered = sorted(labels)
    pairs = list(zip(true, predicted))
    return [[pairs.count((row, column)) for column in ordered] for row in ordered]
