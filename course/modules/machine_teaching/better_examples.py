# %% [markdown]
# # Better examples
#
# About 40 minutes.
#
# ![Two trays. On the small one lie four fruits, on the large one twenty. Beside them stands a robot.](figures/four_then_twenty.svg)
#
# A model is as good as its examples. Are many examples enough?
# Today you test models. You even break one, on purpose.

# %% [markdown] phase="predict"
# ## Predict
#
# One model gets 4 examples. Another gets 20. Both predict the same 20 new fruits.
# What will happen?

# %%
from math import dist

from ailab import load, t
from ailab.activities import draw, label_map, quiz

# %%
quiz(
    "my_guess",
    t("Which model has more right predictions?"),
    {"four": t("the one with 4 examples"), "twenty": t("the one with 20 examples"), "same": t("both the same")},
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# The table holds 120 fruits. A program invented their sizes. Each row has a name, a length, a width and a variety.
# We keep the last 20 as new fruits.
#
# Run both cells. `✔` is right, `✘` is wrong. Was your guess right?

# %%
fruits = load("olive_argan").to_numpy().tolist()
tray, new_fruits = fruits[:100], fruits[100:]


def predict_fruit(examples, fruit):
    # The name of the nearest example.
    return min(examples, key=lambda example: dist(example[1:3], fruit[1:3]))[0]

# %%
def marks(examples):
    row = ""
    for fruit in new_fruits:
        row += "✔" if predict_fruit(examples, fruit) == fruit[0] else "✘"
    return row


print(marks(tray[:4]), 4)
print(marks(tray[:20]), 20)

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### Is it always so?
#
# One try can be luck. Let us take other fruits from the tray, ten times.
# The first number says how many are right with 4 examples, the second with 20.

# %%
for start in range(0, 80, 8):
    few = marks(tray[start : start + 4]).count("✔")
    many = marks(tray[start : start + 20]).count("✔")
    print(few, many)

# %% [markdown]
# Count: twenty are better 7 times, worse 2 times. Mostly, but not always.
# It depends on **which** fruits are among the examples.
#
# ### Who is left out?
#
# ![A robot with a magnifying glass looks at four small baskets: long olives, round olives, small argan nuts and large argan nuts.](figures/four_groups.svg)
#
# Some olives are round. They are as wide as a nut. In the table there are only 7 of them.
# This model gets 12 examples: long olives and nuts, no round olive. We count for each group.

# %%
long_olives = [fruit for fruit in fruits if fruit[0] == "olive" and fruit[3] == "common"]
round_olives = [fruit for fruit in fruits if fruit[3] == "round"]
nuts = [fruit for fruit in fruits if fruit[0] == "argan"]

examples = long_olives[:6] + nuts[:6]
for group in (long_olives[6:13], round_olives, nuts[6:13]):
    right = sum(predict_fruit(examples, fruit) == fruit[0] for fruit in group)
    print(group[0][0], group[0][3], right, "/", len(group))

# %% [markdown]
# Most fruits are right, and one group gets nothing. We say: the data have a **bias**.
# The fruits are not to blame. Nobody gave examples of them.
#
# ### It happens to people
#
# A phone writes down what is said. It was given many voices of adults and few voices of children. Whom does it fail?
# Another one was given few sentences in Darija or Tamazight. Whose words come out wrong?
#
# So always ask: **who is missing in the examples?**
#
# ### See it on the map
#
# Four dots below are long olives. Three dots on the left above are round olives. The five on the right above are nuts.
#
# - First give names to long olives and nuts only. Which color lies behind the round olives?
# - Then call **one** round olive by its name. Watch the map.

# %%
places = [
    [22, 12], [24, 13], [23, 14], [21, 13],
    [21, 19], [22, 20], [21, 21],
    [24, 20], [25, 22], [26, 21], [24, 23], [27, 23],
]

names = {"olive": t("Olive"), "nut": t("Argan nut")}
label_map("labels", places, names, x=t("Length"), y=t("Width"))

# %% try
labels = []

# %% [markdown]
# ### Break it by drawing
#
# ![On the left a big square and a big cross in the middle of their pads. On the right a very small cross in a corner of its pad.](figures/big_and_small.svg)
#
# This model was given one big square and one big cross, both in the middle. It predicts what you draw.
# Draw big, draw small, draw in a corner. When is it wrong?

# %%
pictures = """
........ ...##...
.######. ...##...
.#....#. ...##...
.#....#. ########
.#....#. ########
.#....#. ...##...
.######. ...##...
........ ...##...
"""

# %%
from sklearn.neighbors import KNeighborsClassifier


def numbers(pictures, place):
    # 16 is ink, 0 is paper.
    rows = [row.split()[place] for row in pictures.split("\n") if row]
    return [16 if sign == "#" else 0 for row in rows for sign in row]


rows = [numbers(pictures, 0), numbers(pictures, 1)]
model = KNeighborsClassifier(n_neighbors=1).fit(rows, [t("Square"), t("Cross")])
draw("drawing", model=model, prompt=t("Draw a cross for which it predicts a square."))

# %% try
drawing = []

# %% [markdown] phase="modify"
# ## Modify
#
# Repair what you broke. Here the same model gets one more example: a small cross in a corner.
#
# 1. Run the cell. Go back to your pad and draw a small cross in that corner. What is predicted now?
# 2. Move the small cross to another corner: change the dots and the `#`. Run again.
# 3. Which drawing still breaks the model?

# %% try
small_cross = """
.#......
###.....
.#......
........
........
........
........
........
"""
rows = [numbers(pictures, 0), numbers(pictures, 1), numbers(small_cross, 0)]
model = model.fit(rows, [t("Square"), t("Cross"), t("Cross")])

# %% [markdown] phase="make"
# ## Make
#
# Good examples need not be many. Here lie 18 fruits in three groups:
# long olives below, round olives on the left, nuts on the right above.
#
# Give as **few** names as you can, so that each fruit lies on its own color. Can you do it with four? With three? With two?

# %%
groups = [
    [21, 12], [22, 13], [23, 12], [24, 14], [22, 14], [25, 13],
    [20, 19], [21, 18], [20, 20], [21, 20], [19, 19], [22, 19],
    [26, 21], [27, 22], [26, 23], [28, 22], [25, 22], [27, 20],
]

names = {"olive": t("Olive"), "nut": t("Argan nut")}
label_map("few_labels", groups, names, x=t("Length"), y=t("Width"))

# %% try
few_labels = []

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# Three are enough, one from each group. With two it works as well, if you choose them with care:
# the lowest round olive and any nut. Good examples lie where they help most.
#
# </details>
#
# You test a model group by group now. Next: when is a test honest, and who decides in the end?
