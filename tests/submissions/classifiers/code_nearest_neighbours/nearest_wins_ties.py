# points: 5
# hint: nearest_breaks_ties
# why: max takes the first of equal counts, which is the nearest
def nearest_label(points, labels, new, k):
    pairs = sorted((sum((a - b) ** 2 for a, b in zip(p, new)), n) for p, n in zip(points, labels))
    votes = [n for _, n in pairs[:k]]
    return max(votes, key=votes.count)
