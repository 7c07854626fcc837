# points: 0
# hint: gives_the_neighbors
# why: stops before the vote
def nearest_label(points, labels, new, k):
    pairs = sorted((sum((a - b) ** 2 for a, b in zip(p, new)), n) for p, n in zip(points, labels))
    return [n for _, n in pairs[:k]]
