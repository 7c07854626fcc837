# points: 0
# hint: only_first_neighbor
# why: forgets k
def nearest_label(points, labels, new, k):
    best = 0
    for i in range(len(points)):
        if sum((a - b) ** 2 for a, b in zip(points[i], new)) < sum((a - b) ** 2 for a, b in zip(points[best], new)):
            best = i
    return labels[best]
