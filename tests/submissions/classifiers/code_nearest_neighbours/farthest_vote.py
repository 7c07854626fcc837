# points: 0
# hint: farthest
# why: sorts from large to small
def nearest_label(points, labels, new, k):
    pairs = sorted(((sum((a - b) ** 2 for a, b in zip(p, new)), n) for p, n in zip(points, labels)), reverse=True)
    votes = [n for _, n in pairs[:k]]
    return max(sorted(set(votes)), key=votes.count)
