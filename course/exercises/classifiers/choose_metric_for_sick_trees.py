# %% [markdown]
# # Which metric for sick trees?
#
# A disease goes from tree to tree. A drone flies over the grove, and a model gives each tree a number from 0 to 100.
# The higher the number, the more the tree is like the sick ones in the data. {{woman}}, who leads the cooperative, visits
# every tree with at least a certain number. This number is the **threshold**.
#
# There are 80 trees in the test part. 20 of them are sick, 60 are healthy.
#
# * A sick tree that is not visited infects its neighbors. By the next season a whole row may be lost.
# * A healthy tree that is visited is a **false alarm**. It costs a walk of ten minutes.
# * There is time for at most **9 false alarms**. With more, the sick trees would wait too long.
#
# The next cell holds the numbers, and three functions that count.

# %% given
from ailab import check, t
from ailab.activities import quiz

sick_scores = [22, 38, 46, 47, 48, 52, 55, 57, 61, 63, 66, 69, 72, 74, 78, 81, 85, 88, 91, 94]
healthy_scores = [1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 7, 8, 9, 9, 10, 11, 11, 12, 13, 13, 14, 15, 15, 16, 17, 17, 18, 19, 20, 20]
healthy_scores += [21, 21, 22, 23, 24, 24, 25, 26, 27, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 36, 37, 41, 44, 47, 51, 54, 58, 63, 67, 72]


def recall(threshold):
    return sum(score >= threshold for score in sick_scores) / len(sick_scores)


def false_alarms(threshold):
    return sum(score >= threshold for score in healthy_scores)


def accuracy(threshold):
    right = sum(score >= threshold for score in sick_scores) + sum(score < threshold for score in healthy_scores)
    return right / (len(sick_scores) + len(healthy_scores))

# %% [markdown]
# At threshold 50, the model looks good: `accuracy(50)`. But how many sick trees are found, and how many are missed?
# Try other thresholds.

# %% try
for threshold_tried in (20, 50, 80):
    print(threshold_tried, accuracy(threshold_tried), recall(threshold_tried), false_alarms(threshold_tried))

# %% [markdown]
# **1. Choose the metric** that {{woman}} has to look at first.
#
# **2. Choose the reason.**

# %% given
quiz(
    "metric",
    t("1. Which metric comes first?"),
    {
        "accuracy": t("`accuracy`: of all trees, the share that is named rightly."),
        "precision": t("`precision`: of the trees that are visited, the share that is sick."),
        "recall": t("`recall`: of the trees that are sick, the share that is visited."),
    },
)

# %% given
quiz(
    "reason",
    t("2. For which reason?"),
    {
        "a": t("A missed sick tree costs far more than a walk, so the sick trees that are found count first."),
        "b": t("Every mistake costs the same, so all right answers count alike."),
        "c": t("A visit to a healthy tree is the most expensive mistake, so there must be none."),
    },
)

# %% [markdown]
# **3. Choose the `threshold`**, a number from 0 to 100. `recall` has to be at least 0.9, so 90 % of the sick trees are
# visited. At most 9 false alarms are allowed.

# %% answer
metric = None
reason = None
threshold = None
### BEGIN SOLUTION
metric = "recall"
reason = "a"
threshold = 38
### END SOLUTION
metric, reason, threshold

# %% check
check("choose_metric_for_sick_trees")

# %% [markdown]
# **4. Explain your choice** to someone of the cooperative who has never seen a model. Two or three sentences are enough.
# Your trainer reads them. Say:
#
# * what a missed sick tree costs, and whom;
# * what a false alarm costs, and why you accept some;
# * what your threshold does, in numbers.

# %% [markdown] written
# A sick tree that we miss infects the trees around it. The family that owns the row may lose its harvest. A visit to a
# healthy tree costs ten minutes, so we accept a few of them. With the threshold 38 we visit 19 of the 20 sick trees and
# make 9 walks for nothing. One sick tree stays unseen, so we go on looking with our own eyes.

# %% [markdown]
# No metric is the right one everywhere. Ask first who pays for which mistake; then choose the number you look at.
