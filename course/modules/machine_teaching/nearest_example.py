# %% [markdown]
# # The nearest example
#
# About 40 minutes.
#
# ![A robot stands between two trays. On the left tray lie narrow olives, on the right tray wide argan nuts. One fruit in the middle has a dashed outline.](figures/teach_by_examples.svg)
#
# A belt brings olives and argan nuts. The machine must sort them.
# Nobody writes a rule today. You give **examples**!
#
# <details>
# <summary>Do you make games in Scratch already? Take this door: challenge first</summary>
#
# Open the exercise **Repair the data**. The program stays as it is. Only the examples change.
#
# Did the model pass its exam? Then read the pictures here, and go on.
#
# Did it not? Come back. Nothing is lost.
#
# </details>

# %% [markdown] phase="predict"
# ## Predict
#
# ![A map with three olives below and three argan nuts above. A white drop has two dashed lines: a short one to an argan nut, a long one to an olive.](figures/short_and_long_line.svg)
#
# Six fruits have a name. The white drop is new.
# The machine gives it the name of the **nearest** example. Which name?

# %%
from math import dist

from ailab import t
from ailab.activities import draw, label_map, quiz, watch

# %%
quiz("my_guess", t("What does the machine predict?"), {"olive": t("Olive"), "nut": t("Argan nut")})

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Now you give the examples. Each dot is a fruit.
# Olives are narrow: they lie below. Argan nuts are wide: they lie above.
#
# - Choose a name. Press one dot below.
# - Choose the other name. Press one dot above.
# - Look at the map! Then press more dots.

# %%
fruits = [
    [23, 14], [21, 13], [25, 15], [22, 16], [20, 15], [24, 17],
    [25, 21], [22, 20], [27, 22], [24, 22], [20, 19], [26, 19],
]

names = {"olive": t("Olive"), "nut": t("Argan nut")}
label_map("labels", fruits, names, x=t("Length"), y=t("Width"))

# %% try
labels = []

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### What do the colors say?
#
# At each place of the map, the machine looks for the nearest example. That example gives its name and its color.
# Each new example moves the border.
#
# The examples together with this way of comparing are a **model**. You gave the examples, and the model **predicts**.
#
# ### A place made of two numbers
#
# How does a fruit come onto the map? We measure it. Length: so far to the right. Width: so far up.
# The model is given these two numbers and nothing else: no smell, no taste, no color.
#
# So a stone of the same size gets a name too. The model always predicts something!
#
# ### How far is it?
#
# `dist` measures the straight line between two places, like a thread on the map. The shorter thread wins.
# The new fruit is 23 long and 18 wide. Which of the two numbers below is smaller?

# %%
examples = [
    [23, 14, "olive"],
    [21, 15, "olive"],
    [25, 21, "nut"],
    [22, 20, "nut"],
]
new = [23, 18]
print(t("to the first olive:"), round(dist(new, [23, 14]), 1))
print(t("to the second nut:"), round(dist(new, [22, 20]), 1))

# %% [markdown]
# Now the whole machine. `min` looks for the example with the shortest thread. Its name is the prediction.

# %%
def predict_fruit(length, width):
    # How far is it from an example to the new fruit?
    def distance(example):
        return dist(example[:2], [length, width])

    nearest = min(examples, key=distance)
    return nearest[2]


predict_fruit(23, 18)

# %% [markdown]
# ### Looking for the nearest, step by step
#
# Here is the same search with one number, the width. Press on, and watch `nearest`. When does it change?

# %%
watch("""
new = 19
nearest = 14
for width in [15, 21, 20, 13]:
    if abs(width - new) < abs(nearest - new):
        nearest = width
print(nearest)
""")

# %% [markdown]
# ### You and the machine
#
# | You | The machine |
# |---|---|
# | see one olive and a second one, and often that is enough | needs many examples |
# | see, smell, touch and ask | compares the numbers that it was given |
# | say "I do not know" | always predicts something |
#
# And one thing is the same: without good examples, both go wrong.

# %% [markdown] phase="modify"
# ## Modify
#
# Change one thing at a time, and run again:
#
# 1. Let the new fruit be narrower: 15 wide. What is predicted?
# 2. Make it wider, step by step. Where does the name change?
# 3. Add one example, `[23, 18, "olive"]`. What is predicted now for a fruit with 18?

# %% try
examples = [
    [23, 14, "olive"],
    [21, 15, "olive"],
    [25, 21, "nut"],
    [22, 20, "nut"],
]
predict_fruit(23, 18)

# %% [markdown] phase="make"
# ## Make
#
# Now your own drawings are the examples! A picture is numbers too: one for each small square.
#
# - On the first pad, draw a big **cross**.
# - On the second pad, draw a big **square**.

# %%
cross = draw("first", prompt=t("Draw a cross."))
cross

# %%
square = draw("second", prompt=t("Draw a square."))
square

# %% [markdown]
# Run the next cell. It gives your two drawings to a real model. Then draw a third time: a cross or a square.
# Does the model predict it? Draw it small, or in a corner. What happens?

# %%
from sklearn.neighbors import KNeighborsClassifier

# One long row of numbers for each drawing.
rows = [sum(picture.value, []) for picture in (cross, square)]
model = KNeighborsClassifier(n_neighbors=1).fit(rows, [t("Cross"), t("Square")])
draw("third", model=model, prompt=t("What does the model predict?"))

# %% try
# Your drawings as numbers.
first = []
second = []
third = []

# %% [markdown]
# You gave a machine examples, and wrote no rule. Next: are more examples always better?
