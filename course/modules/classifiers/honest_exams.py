# %% [markdown]
# # Honest exams
#
# *About 55 minutes. You need: the lesson "Rules and neighbors".*
#
# A model is only worth something if it is right for cases that nobody has seen yet. In this lesson you hold an honest exam
# for models. You also meet a new kind of model, made of questions with yes or no: the decision tree.
#
# The data: 200 olive leaves, healthy or sick, invented by a program. `spot_percent` is the part of a leaf that is covered
# with dark spots.
#
# ![Two olive leaves: the left one long with a single small spot, the right one shorter with five dark spots](figures/two_leaves.svg)

# %% [markdown] phase="predict"
# ## Predict
#
# {{girl}} gives 200 leaves with their names to a model with one neighbor. Then she asks it about the same 200 leaves.
#
# What share will it name rightly? Choose your guess. And what will the share be for leaves which it was not given? Write it
# down.

# %%
from ailab import t
from ailab.activities import quiz

quiz(
    "my_guess",
    t("200 leaves were given, and the same 200 are asked. What share is named rightly?"),
    {"some": t("about 60 %"), "most": t("about 90 %"), "all": t("100 %")},
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# First a look at the data.

# %%
from ailab import load

leaves = load("olive_leaves")
print(leaves.head())
print(leaves["state"].value_counts().to_dict())

# %%
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
for state, marker, name in (("healthy", "o", t("healthy")), ("sick", "X", t("sick"))):
    group = leaves[leaves["state"] == state]
    ax.scatter(group["spot_percent"], group["length_mm"], marker=marker, edgecolor="black", label=name)
    print(name, group[["spot_percent", "length_mm"]].mean().round(1).to_dict())
ax.set_xlabel(t("Spots in percent of the leaf"))
ax.set_ylabel(t("Length in mm"))
ax.legend();

# %% [markdown]
# Circles are healthy leaves, crosses are sick ones. On average, sick leaves have more spots and are shorter. But some crosses
# stand among the circles.
#
# Now the exam with known answers. `score` gives the share of right predictions, from 0 to 1.

# %%
from sklearn.neighbors import KNeighborsClassifier

X = leaves[["length_mm", "spot_percent"]].to_numpy()
y = leaves["state"].to_numpy()

model = KNeighborsClassifier(n_neighbors=1)
model.fit(X, y)
print(model.score(X, y))

# %% [markdown]
# 1.0: everything right. No wonder: the nearest neighbor of each leaf is the leaf itself. The model stores all leaves, so this
# exam says nothing about new ones.
#
# The honest way: put some leaves away first. `train_test_split` draws them. The model is fitted on the **training part**
# and scored on the **test part**.

# %%
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=3)
print(len(X_train), len(X_test))

model = KNeighborsClassifier(n_neighbors=1)
model.fit(X_train, y_train)
print(model.score(X_train, y_train), model.score(X_test, y_test))

# %% [markdown] phase="investigate"
# ## Investigate
#
# The two numbers are the score on the training part and the score on the test part. Only the second one is honest.
#
# `random_state` chooses which leaves go into the test part. What if others had been drawn? Ten draws show it.

# %%
scores = []
for draw in range(10):
    parts = train_test_split(X, y, test_size=0.25, random_state=draw)
    model = KNeighborsClassifier(n_neighbors=1).fit(parts[0], parts[2])
    scores.append(model.score(parts[1], parts[3]))
print(scores)
print(min(scores), max(scores))

# %% [markdown]
# An honest score still depends on the draw. So we say "about 0.9", and the second digit is not worth a discussion.
#
# Now the new kind of model. A **decision tree** asks one question after the other. `fit` looks for the questions that
# separate the training leaves best. `max_depth=2` allows two questions one after the other.

# %%
from sklearn.tree import DecisionTreeClassifier, export_text

tree = DecisionTreeClassifier(max_depth=2, random_state=0)
tree.fit(X_train, y_train)
print(export_text(tree, feature_names=["length_mm", "spot_percent"]))
print(tree.score(X_train, y_train), tree.score(X_test, y_test))

# %% [markdown]
# Read it from the top. Choose a leaf with 5 % spots and a length of 40 mm, and follow the lines with your finger. What does
# the tree predict?
#
# The same tree as a picture. In each box stand the question and the number of training leaves. Below: how many of them are
# healthy and how many sick, and the name that is more frequent. If the answer is yes, go left (`True`), else right (`False`).

# %%
from sklearn.tree import plot_tree

fig, ax = plt.subplots(figsize=(9, 6))
feature_names = [t("length"), t("spots")]
class_names = [t("healthy"), t("sick")]
boxes = plot_tree(
    tree,
    feature_names=feature_names,
    class_names=class_names,
    label="none",
    impurity=False,
    fontsize=11,
    ax=ax,
)
print(len(boxes))

# %% [markdown] phase="modify"
# ## Modify
#
# How deep should a tree be? Each line below shows a depth, the score on the training part and the score on the test part.
# `None` sets no limit. Run it, then change `random_state` in the cell that splits the data, and run both again.

# %%
for depth in (1, 2, 3, 5, None):
    tree = DecisionTreeClassifier(max_depth=depth, random_state=0)
    tree.fit(X_train, y_train)
    print(depth, round(tree.score(X_train, y_train), 2), round(tree.score(X_test, y_test), 2))

# %% [markdown]
# On the training part, more questions always help: without a limit the tree reaches 1.0. On the test part, they stop helping
# after a while. The late questions fit single training leaves, not leaves in general. This is called **overfitting**.

# %% [markdown] phase="make"
# ## Make
#
# Write the tree with two questions as a function, with `if`. Use the borders that `export_text` printed. Then compare: does
# your function say the same as the tree for all test leaves?

# %% try
def my_tree(length_mm, spot_percent):
    return "healthy"


tree = DecisionTreeClassifier(max_depth=2, random_state=0).fit(X_train, y_train)
same = 0
for leaf, said in zip(X_test, tree.predict(X_test)):
    same = same + (my_tree(leaf[0], leaf[1]) == said)
print(same, "/", len(X_test))

# %% [markdown]
# ## What you take with you
#
# * Fit on one part, score on another. A score on the training part is no exam.
# * A score depends on the draw: read it as "about".
# * A tree shows its questions. Too many of them fit single leaves only.
#
# Now open the exercises *Fit, predict, score* and *Read the tree's questions*.
