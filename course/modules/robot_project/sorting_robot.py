# %% [markdown]
# # The sorting robot
#
# About 40 minutes.
#
# ![A belt carries a can, a bottle and a banana peel to a robot. Behind it stand three bins with different signs.](figures/sorting_belt.svg)
#
# The market is over. Waste lies on a belt.
# A robot sorts it into three bins: metal, plastic, peels.
# Who tells it what is what? You do, with examples.

# %% [markdown] phase="predict"
# ## Predict
#
# ![A field of points. Top left three triangles, in the middle three squares, at the bottom right three circles. A question mark lies near the squares.](figures/three_heaps.svg)
#
# Two sensors measure each thing. How much does it shine? How soft is it?
# Circles are metal, squares are plastic, triangles are peels.
# A new thing lies at the question mark. What is it?

# %%
from ailab import t
from ailab.activities import quiz

quiz(
    "my_guess",
    t("Which bin for the new thing?"),
    {"metal": t("metal"), "plastic": t("plastic"), "peels": t("peels")},
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Each row is an example: how much it shines, how soft it is, and its **label**, the right kind.
# `nearest` finds the example that is most similar. Its label is the prediction.

# %%
examples = [
    [88, 6, "metal"], [92, 4, "metal"], [84, 12, "metal"],
    [70, 46, "plastic"], [62, 52, "plastic"], [54, 38, "plastic"],
    [22, 76, "peels"], [30, 66, "peels"], [18, 70, "peels"],
]


def nearest(shine, softness):
    def difference(example):
        return abs(example[0] - shine) + abs(example[1] - softness)

    return min(examples, key=difference)


nearest(60, 44)

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### Examples make the map
#
# You label, and the model predicts all the rest. These six things were measured:
#
# | Point | Thing | shines | soft |
# |---|---|---|---|
# | 1 | new can | 88 | 6 |
# | 2 | spoon | 92 | 4 |
# | 3 | clear bottle | 70 | 46 |
# | 4 | yogurt cup | 54 | 38 |
# | 5 | banana peel | 22 | 76 |
# | 6 | orange peel | 30 | 66 |
#
# Choose a label, then its points. Watch how the colored areas change.

# %%
from ailab.activities import label_map

label_map(
    "labels",
    [(88, 6), (92, 4), (70, 46), (54, 38), (22, 76), (30, 66)],
    {"metal": t("metal"), "plastic": t("plastic"), "peels": t("peels")},
    x=t("shines"),
    y=t("soft"),
)

# %% try
labels = []

# %% [markdown]
# ### Where is the model wrong?
#
# A rusty can shines only a little: 34. It is hard: 6. What does the model predict?

# %%
nearest(34, 6)

# %% [markdown]
# Wrong: a rusty can is no plastic. All metal in the examples was new and shiny. The model was never given an old can.
#
# We give it one. Now it has an example that is similar.

# %%
examples = examples + [[28, 10, "metal"]]
nearest(34, 6)

# %% [markdown]
# The program stayed the same. Only the examples changed.
#
# ### How sure is it?
#
# One neighbor can be wrong. So three vote. `votes` tells the labels of the three nearest examples.

# %%
def votes(shine, softness):
    def difference(example):
        return abs(example[0] - shine) + abs(example[1] - softness)

    three = sorted(examples, key=difference)[:3]
    return [example[2] for example in three]


print(votes(24, 72))
print(votes(44, 60))

# %% [markdown]
# How many agree? All three: 100 of 100 sure. Two of three: 67 of 100.

# %%
def decision(shine, softness):
    kinds = votes(shine, softness)
    kind = max(["metal", "plastic", "peels"], key=kinds.count)
    return kind, round(kinds.count(kind) * 100 / 3)


print(decision(66, 46))
print(decision(44, 60))

# %% [markdown]
# ### When unsure, ask a human
#
# The robot may say: I am not sure. Then a person looks.
# The limit is called **threshold**. Below it the robot asks.
#
# Seven things with their right kind lie on a belt. The cell counts: how many questions, how many mistakes?

# %%
belt = [
    (90, 8, "metal"), (64, 44, "plastic"), (26, 72, "peels"), (47, 62, "plastic"),
    (50, 90, "plastic"), (36, 8, "metal"), (86, 3, "metal"),
]
for threshold in (0, 80):
    found = [(*decision(shine, softness), kind) for shine, softness, kind in belt]
    questions = sum(sure < threshold for _, sure, _ in found)
    mistakes = sum(sure >= threshold and name != kind for name, sure, kind in found)
    print(threshold, questions, mistakes)

# %% [markdown]
# Without a threshold the robot asks nothing and makes a mistake. With 80 it asks three times and makes none.
# On another belt one may stay: three neighbors can agree and be wrong.
#
# On which belt would you choose a high threshold: with peels, or with broken glass?

# %% [markdown] phase="modify"
# ## Modify
#
# Here the model has two kinds only.
#
# 1. Run the cell. What does it predict for a banana peel?
# 2. Add an example for peels. Run again.
# 3. Write a wrong label on purpose. Which predictions change?

# %% try
examples = [
    [88, 6, "metal"],
    [70, 46, "plastic"],
]
nearest(22, 76)

# %% [markdown] phase="make"
# ## Make
#
# Find three clean things in the room. Hold them to the light, and press them with a finger.
# How much does each one shine, how soft is it? Agree on two numbers from 0 to 100.
#
# These are **your own data**. Add them as rows. No photos of people, no names: things are enough.

# %% try
mine = [
    [50, 50, "plastic"],
]
examples = examples + mine
len(examples)

# %% [markdown]
# Write the same numbers on small papers, and lay them on the floor as a map. Where do the three bins lie?
#
# Your robot has examples now. In **The sorting robot** it gets its test: ten things that it was never given.
