# %% [markdown]
# # Rules and neighbors
#
# *About 50 minutes. You need: lists, loops and functions.*
#
# Near {{city}}, a sorting machine gets olives and argan nuts in one crate. A camera measures each fruit. The machine has to
# say which name belongs to it. A program that goes from measures to a name is called a **classifier**.
#
# Today you meet two of them: a rule that people write, and a method that asks examples.
#
# ![An olive, long and narrow, beside an argan nut, nearly as wide as long; each with a line for length and for width](figures/olive_and_argan.svg)

# %% [markdown] phase="predict"
# ## Predict
#
# Here are four fruits from the crate. Write down a name for each of them: olive or argan nut? Take your time, and say
# which number helped you.
#
# | Fruit | Length in mm | Width in mm |
# |---|---|---|
# | 1 | 19.3 | 21.9 |
# | 2 | 20.3 | 12.6 |
# | 3 | 22.6 | 17.8 |
# | 4 | 24.9 | 17.6 |

# %% [markdown] phase="run"
# ## Run
#
# Your four fruits are the first rows of a table with 120. The sizes in it are invented by a program (synthetic data).
# Run the cell. How many of your names are right?

# %%
from ailab import load, t

fruits = load("olive_argan")
print(fruits[["kind", "length_mm", "width_mm"]].head(4))

# %% [markdown]
# Each fruit has two numbers, so it has a place on a map: length to the right, width upward.

# %%
import matplotlib.pyplot as plt

olives = fruits[fruits["kind"] == "olive"]
argan_nuts = fruits[fruits["kind"] == "argan"]

fig, ax = plt.subplots()
ax.scatter(olives["length_mm"], olives["width_mm"], marker="o", edgecolor="black", label=t("olive"))
nuts_x, nuts_y = argan_nuts["length_mm"], argan_nuts["width_mm"]
ax.scatter(nuts_x, nuts_y, marker="^", edgecolor="black", label=t("argan nut"))
ax.set_xlabel(t("Length in mm"))
ax.set_ylabel(t("Width in mm"))
ax.legend();

# %% [markdown]
# Circles are olives, triangles are argan nuts. The same in numbers: the middle of each cloud, and how far it reaches.

# %%
for name, group in ((t("olive"), olives), (t("argan nut"), argan_nuts)):
    for measure in ("length_mm", "width_mm"):
        column = group[measure]
        print(name, measure, column.min(), round(column.mean(), 1), column.max())

# %% [markdown]
# The widths lie further apart than the lengths. So a first rule looks at the width: one number, one border.

# %%
def rule(length_mm, width_mm):
    if width_mm > 19:
        return "argan"
    return "olive"


right = 0
for length, width, kind in zip(fruits["length_mm"], fruits["width_mm"], fruits["kind"]):
    if rule(length, width) == kind:
        right = right + 1
print(right, "/", len(fruits))

# %% [markdown] phase="investigate"
# ## Investigate
#
# Which fruits does the rule name wrongly? Before you run the cell: are they more often olives or argan nuts?

# %%
wrong = {}
columns = [fruits[name] for name in ("length_mm", "width_mm", "kind", "variety")]
for length, width, kind, variety in zip(*columns):
    if rule(length, width) != kind:
        wrong[(kind, variety)] = wrong.get((kind, variety), 0) + 1
print(wrong)

# %% [markdown]
# Two things stand out:
#
# * Many narrow argan nuts are called olives. Another border could help them.
# * There is a small group of **round** olives, as wide as argan nuts. A border at one width cannot help them.
#
# A rule may be good for most and bad for a small group. Always ask which group it is.
#
# A second method needs no written rule. It asks the examples: *which known fruit is most like the new one?*
# It gives the new fruit the name of its nearest neighbor, or lets several neighbors vote.
#
# ![A cross for the new fruit in a dashed circle; in the circle one round point and two triangles are tied to it by lines, all others lie outside](figures/three_neighbors.svg)
#
# In the picture, the nearest point is a circle. But of the three nearest, two are triangles. So the answer depends on how
# many neighbors vote.
#
# Now you give the names. Twelve fruits of the table lie on this map. Choose a name, then the fruits that it fits. As soon as
# both names are used, the map shows which name the nearest neighbor would give to each place.
#
# Then change the name of a single fruit. How far does this one name reach?

# %%
from ailab.activities import label_map

label_map(
    "my_labels",
    fruits[["length_mm", "width_mm"]][4:16].to_numpy().tolist(),
    {"olive": t("olive"), "argan": t("argan nut")},
    x=t("Length in mm"),
    y=t("Width in mm"),
)

# %% try
my_labels = []

# %%
# A new fruit, and how far each known one is from it.
new = [22.0, 18.5]

distances = []
for length, width, kind in zip(fruits["length_mm"], fruits["width_mm"], fruits["kind"]):
    distance = ((length - new[0]) ** 2 + (width - new[1]) ** 2) ** 0.5
    distances.append((round(distance, 2), kind))
distances.sort()
print(distances[:5])

# %% [markdown]
# Read the list: the nearest five fruits, each with its distance in millimeters. Which name wins with 1 vote, with 3, with 5?
#
# scikit-learn is a library that many laboratories use. It has this method ready made. Every model in it has the same two
# words: `fit` gives it the examples, `predict` asks for names.

# %%
from sklearn.neighbors import KNeighborsClassifier

points = fruits[["length_mm", "width_mm"]].to_numpy()
labels = fruits["kind"].to_numpy()

for k in (1, 3, 5):
    model = KNeighborsClassifier(n_neighbors=k)
    model.fit(points, labels)
    print(k, model.predict([new])[0])

# %% [markdown] phase="modify"
# ## Modify
#
# The model gives every place on the map a name. Where the name changes runs the **decision boundary**. Run the cell with
# `k = 1`. Then change `k` to 5 and to 25. What happens to the bays and islands?

# %%
from sklearn.inspection import DecisionBoundaryDisplay

k = 1
model = KNeighborsClassifier(n_neighbors=k).fit(points, labels)
fig, ax = plt.subplots()
DecisionBoundaryDisplay.from_estimator(
    model,
    points,
    response_method="predict",
    alpha=0.3,
    ax=ax,
    xlabel=t("Length in mm"),
    ylabel=t("Width in mm"),
)
ax.scatter(olives["length_mm"], olives["width_mm"], marker="o", edgecolor="black", label=t("olive"))
nuts_x, nuts_y = argan_nuts["length_mm"], argan_nuts["width_mm"]
ax.scatter(nuts_x, nuts_y, marker="^", edgecolor="black", label=t("argan nut"))
ax.legend();

# %% [markdown]
# With `k = 1`, a single unusual fruit draws a bay or an island around itself. With more votes the boundary is calmer, and
# some round olives end up on the other side: they are outvoted. Which `k` is better? For that we need an honest exam. It
# comes in the next lesson.
#
# The same map in letters: `o` where the model predicts olive, `A` where it predicts argan. Each line is a width, each letter
# a length from 17 to 30 mm.

# %%
for width in range(24, 11, -1):
    row = model.predict([[length, width] for length in range(17, 31)])
    print(width, "".join("A" if name == "argan" else "o" for name in row))

# %% [markdown] phase="make"
# ## Make
#
# Write a rule of your own that uses **both** measures. Some ideas: add them up, divide one by the other, or ask two questions
# one after the other. Count how many of the 120 fruits it names rightly. Can you beat 110?

# %% try
def my_rule(length_mm, width_mm):
    return "olive"


measured = zip(fruits["length_mm"], fruits["width_mm"], fruits["kind"])
print(sum(my_rule(length, width) == kind for length, width, kind in measured))

# %% [markdown]
# ## What you take with you
#
# * A classifier goes from measures to a name.
# * A rule is written by people. Nearest neighbors ask the examples.
# * Few neighbors: a restless boundary. Many neighbors: a calm one, in which small groups get lost.
#
# Now open the exercises *My rule by hand* and *Nearest neighbors from scratch*.
