# points: 0
# hint: everyone_votes
# why: counts all labels
def nearest_label(points, labels, new, k):
    return max(sorted(set(labels)), key=labels.count)
