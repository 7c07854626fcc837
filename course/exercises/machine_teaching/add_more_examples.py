# %% [markdown]
# # Four examples, then twenty
#
# ![Two trays. On the small one lie four fruits, on the large one twenty. Beside them stands a robot.](figures/four_then_twenty.svg)
#
# A model gets four examples and takes an exam: 20 new fruits.
# Then it gets twenty examples and takes the same exam.
#
# Are more examples better? One try is not enough. Here are 20 draws.
# In each draw, other fruits come onto the tray.

# %% [markdown] form="pad"
# ## Your task
#
# Look at the marks below. `✔` means: predicted right.
#
# - Count the `✔` with 4 examples, then with 20.
# - Then look at the 20 draws. How many have a `▲`?
# - How many have a `▼`?
#
# Write your numbers in place of the zeros. Then choose your conclusion.

# %% [markdown] form="python"
# ## Your task
#
# `tray` holds twenty examples. `count_right(tray)` gives them to a model and counts how many of the 20 exam fruits it predicts right.
# `tray[:4]` is the first four examples.
#
# `draws` holds the results of 20 draws, each as a pair: right with four examples, right with twenty.
#
# - `score_four`, `score_twenty`: how many are right with the first four, and with all twenty of `tray`?
# - `better`: in how many draws are **more** right with twenty examples?
# - `worse`: in how many draws are **fewer** right with twenty examples?
# - `conclusion`: choose one below.
#
# Let the program count. **Example:** in the pair `[16, 19]` twenty examples are better.

# %% given
from math import dist
from random import Random

from ailab import check, load, t
from ailab.activities import quiz

fruits = load("olive_argan").to_numpy().tolist()
basket, exam = fruits[:100], fruits[100:]


def predict_fruit(examples, fruit):
    def distance(example):
        return dist(example[1:3], fruit[1:3])

    return min(examples, key=distance)[0]


def count_right(examples):
    return sum(predict_fruit(examples, fruit) == fruit[0] for fruit in exam)


random = Random(71)
trays = [sorted(basket, key=lambda fruit: random.random())[:20] for draw in range(20)]
draws = [[count_right(tray[:4]), count_right(tray)] for tray in trays]
tray = trays[0]

# %% given form="pad"
for examples in (tray[:4], tray):
    marks = ""
    for fruit in exam:
        marks += "✔" if predict_fruit(examples, fruit) == fruit[0] else "✘"
    print(f"{len(examples):2}: {marks[:5]} {marks[5:10]} {marks[10:15]} {marks[15:]}")

# %% given form="pad"
print(t("▲ more are right with 20, ▼ fewer are right, = the same"))
for four, twenty in draws:
    sign = "▲" if twenty > four else "▼" if twenty < four else "="
    print(f"4: {four:2}   20: {twenty:2}   {sign}")

# %% given
quiz(
    "conclusion",
    t("What do the 20 draws show?"),
    {
        "always": t("More examples always help."),
        "mostly": t("More examples help mostly, but not always."),
        "never": t("More examples never help."),
        "equal": t("The number of examples makes no difference."),
    },
)

# %% answer form="pad"
score_four = 0
score_twenty = 0
better = 0
worse = 0
conclusion = ""
### BEGIN SOLUTION
score_four = 13
score_twenty = 17
better = 14
worse = 2
conclusion = "mostly"
### END SOLUTION
score_four, score_twenty, better, worse, conclusion

# %% answer form="python"
score_four = 0
score_twenty = 0
better = 0
worse = 0
conclusion = ""
### BEGIN SOLUTION
score_four = count_right(tray[:4])
score_twenty = count_right(tray)
for four, twenty in draws:
    if twenty > four:
        better = better + 1
    if twenty < four:
        worse = worse + 1
conclusion = "mostly"
### END SOLUTION
score_four, score_twenty, better, worse, conclusion

# %% check
check("add_more_examples")

# %% [markdown]
# One draw may be luck. Twenty draws show what is usual.
