# points: 2.5
# hint: seen_labels_only
# why: takes the labels from the data
def confusion(true, predicted, labels):
    found = sorted(set(true) | set(predicted))
    pairs = list(zip(true, predicted))
    return [[pairs.count((row, column)) for column in found] for row in found]
