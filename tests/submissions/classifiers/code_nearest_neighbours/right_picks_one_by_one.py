# points: 6
# hint: none
# why: looks for the nearest point k times and takes it away
def nearest_label(points, labels, new, k):
    left = list(range(len(points)))
    votes = {}
    for _ in range(k):
        best = None
        best_distance = 0
        for i in left:
            distance = 0
            for n in range(len(new)):
                distance += (points[i][n] - new[n]) ** 2
            distance = distance ** 0.5
            if best is None or distance < best_distance:
                best = i
                best_distance = distance
        left.remove(best)
        votes[labels[best]] = votes.get(labels[best], 0) + 1
    winner = ""
    for name in sorted(votes):
        if winner == "" or votes[name] > votes[winner]:
            winner = name
    return winner
