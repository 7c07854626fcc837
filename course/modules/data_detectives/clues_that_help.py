# %% [markdown]
# # Clues that help
#
# About 40 minutes.
#
# ![Three baskets stand in a row. In front of them: a banana, two oranges and three lemons. A robot looks at them through a magnifying glass.](figures/fruit_stand.svg)
#
# {{woman}} sells lemons, oranges and bananas. A machine has to tell them apart.
# It gets numbers, nothing else. Which numbers help, and which ones fool it?

# %% [markdown] phase="predict"
# ## Predict
#
# The machine can measure two things:
#
# - the **length**, in centimeters,
# - the **color**, from 0 (yellow) to 10 (red).
#
# Is one of them enough?

# %%
from ailab import t
from ailab.activities import quiz

quiz(
    "my_guess",
    t("Which clue alone tells lemons, oranges and bananas apart?"),
    {"length": t("the length"), "color": t("the color"), "none": t("Neither of them alone.")},
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Here are nine fruits, each with length, color and name. They are invented.
# First they are sorted by length, then by color. Which names stay mixed?

# %%
lemon, orange, banana = t("lemon"), t("orange"), t("banana")
fruits = [[8, 2, lemon], [7, 1, lemon], [9, 3, lemon]]
fruits = fruits + [[8, 6, orange], [7, 7, orange], [9, 6, orange]]
fruits = fruits + [[18, 2, banana], [17, 1, banana], [19, 3, banana]]

for length, color, name in sorted(fruits):
    print(length, name)
print()
for color, name in sorted([color, name] for length, color, name in fruits):
    print(color, name)

# %% [markdown]
# The length tells bananas from the others. The color tells oranges from the others.
# Neither of them alone is enough. Together they are.

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### A map of clues
#
# A **clue** is something that can be measured, and helps to tell things apart. People who build models say **feature**.
#
# Two clues make a map: the length goes to the right, the color goes up.

# %%
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5, 3.4))
for kind, sign in [(lemon, "o"), (orange, "s"), (banana, "^")]:
    lengths = [length for length, color, name in fruits if name == kind]
    colors = [color for length, color, name in fruits if name == kind]
    ax.scatter(lengths, colors, marker=sign, edgecolor="black", label=kind)
ax.set_xlabel(t("length"))
ax.set_ylabel(t("color"))
ax.legend();

# %% [markdown]
# Each kind has its own place on the map. That is what good clues do.
#
# ### The nearest example
#
# A new fruit comes. The machine looks for the example that is nearest on the map, and takes its name.
#
# Label the points yourself. As soon as two labels are in use, the map shows what would be predicted where.

# %%
from ailab.activities import label_map

points = [[length, color] for length, color, name in fruits]
label_map(
    "my_labels",
    points,
    {"lemon": lemon, "orange": orange, "banana": banana},
    x=t("length"),
    y=t("color"),
)

# %% try
my_labels = [None, None, None, None, None, None, None, None, None]

# %% [markdown]
# ### The same in Python
#
# scikit-learn is a library for models. `fit` gives the model its examples, `predict` asks it for a name.
# The new fruit is 16 long, and its color is 3. What will it predict?

# %%
from sklearn.neighbors import KNeighborsClassifier

names = [name for length, color, name in fruits]
model = KNeighborsClassifier(n_neighbors=1)
model.fit(points, names)
print(model.predict([[16, 3]])[0])

# %% [markdown]
# ### A clue that fools
#
# Yesterday all lemons lay in box 10, oranges in box 20, bananas in box 30. What a clue: no mistake at all!
#
# Today somebody has tidied up. The lemons are in box 30 now. Nobody told the machine.

# %%
boxes = [[10], [10], [10], [20], [20], [20], [30], [30], [30]]
by_box = KNeighborsClassifier(n_neighbors=1)
by_box.fit(boxes, names)
# A lemon of today, in box 30.
print(by_box.predict([[30]])[0])

# %% [markdown]
# A banana! The number of the box belongs to the box, not to the fruit.
#
# So we try clues on **new** fruits that the model was not given. Only then we see which clues help.
#
# ### Things, not people
#
# We look for clues about fruits, spoons and leaves. People are not sorted here.
# A number from a chart never says who somebody is.

# %% [markdown] phase="modify"
# ## Modify
#
# Change the new fruit, and run again each time:
#
# 1. Make it shorter, one centimeter at a time. When does the name change?
# 2. Make its color redder. What is predicted?
# 3. Find a fruit that lies between two kinds. Would you trust the answer?

# %% try
new_fruit = [16, 3]
print(model.predict([new_fruit])[0])

# %% [markdown] phase="make"
# ## Make
#
# Plan a sorter for things from your kitchen, your schoolbag or the garden.
# Buttons and coins? Mint and parsley? Fill in the card. You can draw it on paper, too.

# %%
from ailab.activities import reflect

reflect(
    "my_sorter",
    {
        "things": t("Which things does it tell apart?"),
        "clues": t("Which two clues help? How are they measured?"),
        "false": t("Which clue looks good and may fool the machine?"),
    },
    prompt=t("My sorter"),
)

# %% try
my_sorter = {"things": "", "clues": "", "false": ""}

# %% [markdown]
# ## Five questions for yourself
#
# Answer each one aloud or on paper. Then open it.
#
# <details>
# <summary>Eight answers: goat, hen, goat, goat, cow, hen, goat, cow. What does the tally say?</summary>
#
# Goat 4, hen 2, cow 2. Together that is 8 again.
#
# </details>
#
# <details>
# <summary>One bar of a chart looks three times as tall as another one. What do you look at before you believe it?</summary>
#
# At the axis. Only when it begins at zero, three times as tall means three times as many.
#
# </details>
#
# <details>
# <summary>A picture has 8 rows of 8 pixels. How many numbers are that?</summary>
#
# 64 numbers, one for each pixel.
#
# </details>
#
# <details>
# <summary>What stays the same when you mirror a picture, and what changes?</summary>
#
# The numbers stay the same. Their places in the row change.
#
# </details>
#
# <details>
# <summary>A clue made no mistake yesterday. Why do you try it on new things?</summary>
#
# It may be a false clue that only worked yesterday, like the number of a box. New things show whether it helps.
#
# </details>
