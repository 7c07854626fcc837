# points: 5.5
# hint: first_two_numbers
# why: takes for granted that a point has two numbers
def nearest_label(points, labels, new, k):
    pairs = sorted(((p[0] - new[0]) ** 2 + (p[1] - new[1]) ** 2, n) for p, n in zip(points, labels))
    votes = [n for _, n in pairs[:k]]
    return max(sorted(set(votes)), key=votes.count)
