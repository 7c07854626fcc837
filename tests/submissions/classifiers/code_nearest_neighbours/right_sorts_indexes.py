# points: 6
# hint: none
# why: sorts the positions by distance with math.dist
import math


def nearest_label(points, labels, new, k):
    order = sorted(range(len(points)), key=lambda i: math.dist(points[i], new))
    votes = [labels[i] for i in order[:k]]
    return max(sorted(set(votes)), key=votes.count)
