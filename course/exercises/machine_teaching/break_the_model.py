# %% [markdown]
# # Break it on purpose
#
# ![A robot with a magnifying glass looks at four small baskets: long olives, round olives, small argan nuts and large argan nuts.](figures/four_groups.svg)
#
# This model predicts: olive or nut. Of 20 fruits, 15 are right. Is that good?
#
# Engineers try to break a model before others rely on it.
# Break it: which **group** does it fail?

# %% [markdown] form="pad"
# ## Your task
#
# Each line shows one group of five fruits. `✔` means: predicted right.
#
# - Count the `✔` of each group. Give as many stars.
# - Which group does the model fail? Choose it.
# - Look at the examples of the model. Why does it fail?

# %% [markdown] form="python"
# ## Your task
#
# `examples` holds what the model was given: length, width and name of each fruit. `groups` holds four groups of five fruits.
# `predict_fruit(length, width)` says what the model predicts.
#
# **Part 1.** `count_right(fruits)` has to say how many of these fruits the model predicts right. At the moment it counts every fruit.
# Change it. `results` then holds one number for each group.
#
# **Example:** for `[[24, 14, "olive"], [26, 23, "olive"]]` it gives `1`.

# %% given
from math import dist

from ailab import check, t
from ailab.activities import quiz

examples = [
    [22, 14, "olive"], [24, 13, "olive"], [23, 15, "olive"],
    [21, 13, "olive"], [25, 14, "olive"],
    [20, 20, "nut"], [22, 22, "nut"], [24, 21, "nut"],
    [26, 23, "nut"], [27, 22, "nut"],
]
groups = {
    "long_olives": [
        [22, 13, "olive"], [24, 14, "olive"], [23, 14, "olive"],
        [21, 14, "olive"], [25, 13, "olive"],
    ],
    "round_olives": [
        [22, 19, "olive"], [21, 19, "olive"], [23, 20, "olive"],
        [23, 16, "olive"], [22, 20, "olive"],
    ],
    "small_nuts": [
        [20, 21, "nut"], [21, 20, "nut"], [20, 16, "nut"],
        [19, 20, "nut"], [21, 22, "nut"],
    ],
    "large_nuts": [
        [26, 22, "nut"], [27, 23, "nut"], [25, 22, "nut"],
        [26, 24, "nut"], [28, 23, "nut"],
    ],
}


def predict_fruit(length, width):
    def distance(example):
        return dist(example[:2], [length, width])

    return min(examples, key=distance)[2]

# %% given form="pad"
from ailab.activities import stars


def count_right(fruits):
    return sum(predict_fruit(length, width) == kind for length, width, kind in fruits)


labels = {
    "long_olives": t("Long olives"),
    "round_olives": t("Round olives"),
    "small_nuts": t("Small nuts"),
    "large_nuts": t("Large nuts"),
}
print(t("The model was given: 5 long olives, 2 small nuts, 3 large nuts"))
for name, fruits in groups.items():
    marks = ""
    for length, width, kind in fruits:
        marks += "✔" if predict_fruit(length, width) == kind else "✘"
    print(marks, labels[name])

# %% given form="pad"
stars("results", labels, most=5, prompt=t("How many are right? Give one star for each."))

# %% answer form="python"
def count_right(fruits):
    right = 0
    for length, width, kind in fruits:
        right = right + 1
    return right
### BEGIN SOLUTION
def count_right(fruits):
    right = 0
    for length, width, kind in fruits:
        if predict_fruit(length, width) == kind:
            right = right + 1
    return right
### END SOLUTION


results = {}
for name in groups:
    results[name] = count_right(groups[name])
results

# %% [markdown] form="python"
# **Part 2.** Look at `results`. Which group does the model fail, and why? Compare it with the list `examples`.

# %% given
quiz(
    "weak_group",
    t("Which group does the model fail?"),
    {
        "long_olives": t("long olives"),
        "round_olives": t("round olives"),
        "small_nuts": t("small nuts"),
        "large_nuts": t("large nuts"),
        "none": t("no group: 15 of 20 are right"),
    },
)

# %% given
quiz(
    "reason",
    t("Why does it fail there?"),
    {
        "tired": t("The model was tired."),
        "no_examples": t("It was given no examples of this group."),
        "strange": t("The fruits of this group are not as they should be."),
        "luck": t("It was bad luck. Next time they are right."),
    },
)

# %% answer form="pad"
results = {
    "long_olives": None, "round_olives": None,
    "small_nuts": None, "large_nuts": None,
}
weak_group = ""
reason = ""
### BEGIN SOLUTION
results = {"long_olives": 5, "round_olives": 1, "small_nuts": 4, "large_nuts": 5}
weak_group = "round_olives"
reason = "no_examples"
### END SOLUTION
weak_group, reason

# %% answer form="python"
weak_group = ""
reason = ""
### BEGIN SOLUTION
weak_group = "round_olives"
reason = "no_examples"
### END SOLUTION
weak_group, reason

# %% check
check("break_the_model")

# %% [markdown]
# 15 of 20 sounds good. But one group gets nearly nothing. Look at every group, and the model can be repaired.
