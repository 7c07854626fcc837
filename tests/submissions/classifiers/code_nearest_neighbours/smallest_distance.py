# points: 0
# hint: gives_a_number
# why: gives the distance instead of the label
def nearest_label(points, labels, new, k):
    return min(sum((a - b) ** 2 for a, b in zip(p, new)) ** 0.5 for p in points)
