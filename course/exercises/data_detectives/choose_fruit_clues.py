# %% [markdown]
# # Two good clues for fruit
#
# ![A date, an olive and a fig lie side by side. The date is long and narrow, the olive short and narrow, the fig long and wide. Date and fig are equally dark, the olive is lighter.](figures/three_fruits.svg)
#
# A machine has to tell dates, olives and figs apart.
# For each fruit it gets two **clues**. Which two? You choose.
# All fruits are invented.

# %% [markdown] form="pad"
# ## Part 1: two clues
#
# - Choose two clues. Run the cell of your answer.
# - Left: fruits of yesterday, the examples.
# - Right: fruits of today, the test.
# - How many are predicted right? You need 54 of 60.
# - Not enough? Try two others.

# %% [markdown] form="python"
# ## Part 1: two clues
#
# Each fruit has five measures. Two of them shall be clues for a model that predicts by the **nearest example**:
# a new fruit gets the name of the example which is most like it.
#
# Write two names into the list `clues`, between quotes, and run the cell. The left map shows the fruits of yesterday, the
# examples. The right map shows the fruits of today, on which the model is tested. It has to predict at least 54 of 60 right.
#
# | Name | What it is |
# |---|---|
# | `"length"` | length in millimeters |
# | `"width"` | width in millimeters |
# | `"color"` | color, from 0 (light) to 100 (dark) |
# | `"basket"` | number on the basket in which it lay |
# | `"stall"` | number of the stall where it was bought |
#
# **Example:** `clues = ["length", "stall"]` is an answer, but not a good one.

# %% given
import matplotlib.pyplot as plt
from ailab import check, load, t
from ailab.activities import quiz
from sklearn.neighbors import KNeighborsClassifier

fruits = load("fruit_clues")
examples = fruits[fruits["day"] == "yesterday"]
tests = fruits[fruits["day"] == "today"]
signs = {"date": ("o", t("date")), "olive": ("s", t("olive")), "fig": ("^", t("fig"))}


def right_predictions(names):
    model = KNeighborsClassifier(n_neighbors=1)
    model.fit(examples[list(names)].to_numpy(), examples["kind"])
    predicted = model.predict(tests[list(names)].to_numpy())
    return int((predicted == tests["kind"]).sum())


def look_at(names):
    if len(names) != 2 or len(set(names)) != 2 or not set(names) <= set(fruits.columns):
        print(t("Choose two different clues."))
        return
    fig, axes = plt.subplots(1, 2, figsize=(8, 3.4), sharex=True, sharey=True)
    for ax, market, title in zip(axes, (examples, tests), (t("Yesterday"), t("Today"))):
        for kind, (sign, name) in signs.items():
            some = market[market["kind"] == kind]
            ax.scatter(some[names[0]], some[names[1]], marker=sign, edgecolor="black", label=name)
        ax.set_title(title)
        ax.set_xlabel(t(names[0]))
    axes[0].set_ylabel(t(names[1]))
    axes[0].legend()
    print(t("Predicted right today:"), right_predictions(names), "/", len(tests))

# %% given
quiz(
    "clues",
    t("Which two clues does the machine get?"),
    {
        "length": t("length"),
        "width": t("width"),
        "color": t("color"),
        "basket": t("basket"),
        "stall": t("stall"),
    },
    several=True,
)

# %% [markdown]
# ## Part 2: the false clue
#
# One clue looks perfect yesterday: each kind has its own place.
# Today it is of no use at all. Which one is it?

# %% given
quiz(
    "false_clue",
    t("Which clue is perfect yesterday and useless today?"),
    {
        "length": t("length"),
        "width": t("width"),
        "color": t("color"),
        "basket": t("basket"),
        "stall": t("stall"),
    },
)

# %% answer
clues = []
false_clue = ""
### BEGIN SOLUTION
clues = ["length", "width"]
false_clue = "basket"
### END SOLUTION
look_at(clues)

# %% check
check("choose_fruit_clues")

# %% [markdown]
# The machine did not find the clues. You did. People call such clues **features**.
