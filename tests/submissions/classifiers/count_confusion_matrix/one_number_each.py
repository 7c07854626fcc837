# points: 0
# hint: right_ones_only
# why: gives one count of right predictions for each label
def confusion(true, predicted, labels):
    return [sum(1 for a, b in zip(true, predicted) if a == b == label) for label in labels]
