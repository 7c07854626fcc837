# points: 0
# hint: first_in_list
# why: cuts the list without sorting it
def nearest_label(points, labels, new, k):
    votes = labels[:k]
    return max(sorted(set(votes)), key=votes.count)
