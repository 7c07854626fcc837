# points: 0
# hint: first_number_only
# why: compares the first number only
def nearest_label(points, labels, new, k):
    pairs = sorted((abs(p[0] - new[0]), n) for p, n in zip(points, labels))
    votes = [n for _, n in pairs[:k]]
    return max(sorted(set(votes)), key=votes.count)
