# points: 5
# hint: along_the_axes
# why: walks along the axes instead of straight on
def nearest_label(points, labels, new, k):
    pairs = sorted((sum(abs(a - b) for a, b in zip(p, new)), n) for p, n in zip(points, labels))
    votes = [n for _, n in pairs[:k]]
    return max(sorted(set(votes)), key=votes.count)
