# points: 0
# hint: without_squares
# why: differences of opposite signs cancel
def nearest_label(points, labels, new, k):
    pairs = sorted((sum(a - b for a, b in zip(p, new)), n) for p, n in zip(points, labels))
    votes = [n for _, n in pairs[:k]]
    return max(sorted(set(votes)), key=votes.count)
