# points: 5
# hint: none
# why: makes pairs and counts each of them
def confusion(true, predicted, labels):
    pairs = list(zip(true, predicted))
    return [[pairs.count((row, column)) for column in labels] for row in labels]
