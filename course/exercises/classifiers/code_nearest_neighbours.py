# %% [markdown]
# # Nearest neighbors from scratch
#
# A new fruit lies on the scale, and nobody wrote a rule. But there is a table of fruits whose names are known.
# So we look for the known fruits that are most like it, and let them vote.
#
# That is the whole method. It is called *k nearest neighbors*: `k` says how many neighbors vote.
#
# **Write the function** `nearest_label(points, labels, new, k)`.
#
# * `points` is a list of known points. Each point is a list of numbers: two, three or more, as many as `new` has.
# * `labels` is a list of texts: `labels[i]` is the name that belongs to `points[i]`.
# * `new` is the point without a name.
# * `k` says how many neighbors vote: at least 1, at most as many as there are points.
#
# It gives back the label with the most votes among the `k` nearest points.
#
# The distance is the straight line: take the difference in each number, square it, add all up. You may take the root
# of the sum; the order stays the same.
#
# **If two labels have the same number of votes**, give back the one that comes first in the alphabet. `min` finds it.
# scikit-learn does the same. Two points are never equally far from `new` here.

# %% [markdown]
# An example. The nearest point is an olive, but two of the three nearest are argan nuts:
#
# * `nearest_label(known, names, [22, 18], 1)` gives back `"olive"`.
# * `nearest_label(known, names, [22, 18], 3)` gives back `"argan"`.

# %% given
from ailab import check

known = [[25, 20], [29, 24], [21, 17], [22, 21], [20, 13]]
names = ["argan", "argan", "olive", "argan", "olive"]

# %% answer
def nearest_label(points, labels, new, k):
    ### BEGIN SOLUTION
    pairs = []
    for point, label in zip(points, labels):
        total = sum((a - b) ** 2 for a, b in zip(point, new))
        pairs.append((total, label))
    pairs.sort()
    votes = {}
    for _, label in pairs[:k]:
        votes[label] = votes.get(label, 0) + 1
    most = max(votes.values())
    return min(label for label in votes if votes[label] == most)
    ### END SOLUTION

# %% try
nearest_label(known, names, [22, 18], 3)

# %% check
check("code_nearest_neighbours")

# %% [markdown]
# A handful of lines, and it is a real method: scikit-learn's `KNeighborsClassifier` gives the same answers. It only finds
# the neighbors faster.
