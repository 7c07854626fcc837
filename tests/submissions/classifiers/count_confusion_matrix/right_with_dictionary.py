# points: 5
# hint: none
# why: counts in a dictionary of dictionaries, then writes the rows
def confusion(true, predicted, labels):
    counts = {}
    for label in labels:
        counts[label] = {}
        for other in labels:
            counts[label][other] = 0
    for i in range(len(true)):
        counts[true[i]][predicted[i]] += 1
    rows = []
    for label in labels:
        rows.append(list(counts[label].values()))
    return rows
