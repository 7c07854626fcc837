# points: 0
# hint: shares_for_counts
# why: divides by the sum of the row
def confusion(true, predicted, labels):
    rows = []
    for row in labels:
        total = true.count(row)
        counts = [sum(1 for a, b in zip(true, predicted) if a == row and b == column) for column in labels]
        rows.append([count / total if total else 0 for count in counts])
    return rows
