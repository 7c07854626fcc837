# %% [markdown]
# # Counting mistakes
#
# *About 55 minutes. You need: the lesson "Honest exams".*
#
# Two models may have the same score and be wrong in very different ways. One of them may be useful, the other dangerous.
# In this lesson you count which mistakes a model makes, and you decide which of them you can live with.

# %% [markdown] phase="predict"
# ## Predict
#
# In the table of leaves, 160 of 200 are healthy. {{boy}} writes the shortest program of the day: whatever leaf it gets, it
# answers `"healthy"`.
#
# * What share of the 200 leaves does it name rightly?
# * How many of the 40 sick leaves does it find?
#
# Write both numbers down. Would you give this program to a farmer?

# %% [markdown] phase="run"
# ## Run

# %%
from ailab import load, t

leaves = load("olive_leaves")
said = ["healthy"] * len(leaves)

right = sum(word == state for word, state in zip(said, leaves["state"]))
found = sum(word == "sick" and state == "sick" for word, state in zip(said, leaves["state"]))
print(right / len(leaves), found)

# %% [markdown]
# The share of right answers has a name: **accuracy**. Here it is 0.8, and not one sick leaf is found. When one class is
# frequent, accuracy alone says little.
#
# Now a real model: 15 neighbors vote. Half of the leaves are for training, half for the test.

# %%
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X = leaves[["length_mm", "spot_percent"]].to_numpy()
states, trees = leaves["state"].to_numpy(), leaves["tree"].to_numpy()
parts = train_test_split(X, states, trees, test_size=0.5, random_state=1)
X_train, X_test, y_train, y_test, tree_train, tree_test = parts

model = KNeighborsClassifier(n_neighbors=15).fit(X_train, y_train)
predicted = model.predict(X_test)
print(model.score(X_test, y_test))

# %% [markdown]
# The **confusion matrix** counts every kind of answer in a place of its own. The row says what the leaf is, the column what
# was predicted.

# %%
import matplotlib.pyplot as plt
from sklearn.metrics import ConfusionMatrixDisplay, confusion_matrix

names = ["healthy", "sick"]
fig, ax = plt.subplots()
ConfusionMatrixDisplay.from_predictions(
    y_test,
    predicted,
    labels=names,
    display_labels=[t("healthy"), t("sick")],
    cmap="Greys",
    colorbar=False,
    ax=ax,
)
ax.set_xlabel(t("Predicted"))
ax.set_ylabel(t("What it is"))
print(confusion_matrix(y_test, predicted, labels=names))

# %% [markdown] phase="investigate"
# ## Investigate
#
# Find the four numbers:
#
# * Upper row: healthy leaves called healthy, then healthy leaves called sick. The second ones are **false alarms**.
# * Lower row: sick leaves called healthy, then sick leaves called sick. The first ones are **missed**, the second ones **found**.
#
# Here five leaves are counted, one after the other. Go through the program step by step: which leaf makes which number grow?

# %%
from ailab.activities import watch

watch("""
pairs = [("sick", "sick"), ("healthy", "sick"), ("sick", "healthy"), ("healthy", "healthy"), ("sick", "sick")]
found = missed = alarms = 0
for state, said in pairs:
    if state == "sick" and said == "sick":
        found = found + 1
    if state == "sick" and said == "healthy":
        missed = missed + 1
    if state == "healthy" and said == "sick":
        alarms = alarms + 1
""")

# %% [markdown]
# Two shares come from these numbers:
#
# * **Recall**: of the sick leaves, the share that is found.
# * **Precision**: of the leaves called sick, the share that really is sick.

# %%
matrix = confusion_matrix(y_test, predicted, labels=names)
missed, found = matrix[1]
alarms = matrix[0][1]
print(t("recall"), round(found / (found + missed), 2))
print(t("precision"), round(found / (found + alarms), 2))

# %% [markdown]
# No false alarm at all, but a third of the sick leaves is missed. The accuracy of 0.94 did not show this.
#
# Who are the missed ones? The table says whether a tree is old or young. Count for each group.

# %%
for group in ("old", "young"):
    here = zip(predicted, y_test, tree_test)
    sick_here = [word for word, state, tree in here if state == "sick" and tree == group]
    print(group, sick_here.count("sick"), "/", len(sick_here))

# %% [markdown]
# The model finds most sick leaves of old trees and none of young trees. Young trees are few in the data, and their sick leaves
# show few spots. A grove with many young trees would trust this model and lose them. So counts are made **for each group**.

# %% [markdown] phase="modify"
# ## Modify
#
# So far, a leaf is called sick if more than half of its 15 neighbors are. This border is a **threshold**, and it is ours to
# choose. For each test leaf, the next cell counts the sick neighbors. Run it with 8. Then change the threshold to 5, 3 and 1.

# %%
sick_neighbors = (model.predict_proba(X_test)[:, 1] * 15).round()

threshold = 8
predicted = ["sick" if count >= threshold else "healthy" for count in sick_neighbors]
print(confusion_matrix(y_test, predicted, labels=names))

# %% [markdown]
# With a lower threshold more sick leaves are found, and more healthy ones are called sick. You cannot have one without the
# other. The picture shows all thresholds, the lines below it give four of them in numbers.

# %%
thresholds = range(1, 16)
counts = list(zip(sick_neighbors, y_test))
of_sick = [count for count, state in counts if state == "sick"]
of_healthy = [count for count, state in counts if state == "healthy"]
found = [sum(count >= limit for count in of_sick) for limit in thresholds]
alarms = [sum(count >= limit for count in of_healthy) for limit in thresholds]

fig, ax = plt.subplots()
ax.plot(thresholds, found, marker="o", label=t("Sick leaves found"))
ax.plot(thresholds, alarms, marker="x", linestyle="--", label=t("False alarms"))
ax.set_xlabel(t("Threshold: sick neighbors of 15"))
ax.set_ylabel(t("Number of leaves"))
ax.legend()
for limit in (1, 3, 5, 8):
    print(limit, found[limit - 1], alarms[limit - 1])

# %% [markdown]
# Each printed line: the threshold, the sick leaves found, the false alarms. Which line is best? The numbers cannot say it.
# It depends on what each mistake costs, and on who pays for it.

# %% [markdown] phase="make"
# ## Make
#
# Two people ask you for a threshold:
#
# * {{woman}} has a disease in the grove that spreads fast. She wants to find at least nine sick leaves in ten.
# * {{man}} cuts down each tree that is called sick. He wants no healthy tree cut down.
#
# Write the function `recall` and find a threshold for each of them.

# %% try
def recall(threshold):
    sick_found = 0
    sick_all = 0
    # Go through sick_neighbors and y_test together, and count.
    return sick_found, sick_all


print(recall(5))

# %% [markdown]
# ## Check yourself
#
# Answer each question first, then open it. Nobody counts points here.
#
# <details>
# <summary>A crate holds 95 olives and 5 argan nuts. A program always says "olive". What is its accuracy, and what is its recall for argan nuts?</summary>
#
# Its accuracy is 0.95 and its recall for argan nuts is 0. A high accuracy can hide that a rare class is never found.
#
# </details>
#
# <details>
# <summary>Why do we score a model on leaves that were not used in `fit`?</summary>
#
# A model may store what it was given. Only leaves it was not given show how it does on new ones.
#
# </details>
#
# <details>
# <summary>Three neighbors vote: olive, argan, argan. The olive is the nearest of them. What is predicted with k = 1, and what with k = 3?</summary>
#
# With 1 neighbor olive, with 3 neighbors argan: two votes against one.
#
# </details>
#
# <details>
# <summary>A tree reaches 1.0 on the training part and 0.88 on the test part; a smaller tree 0.95 and 0.96. Which one would you use?</summary>
#
# The smaller one. The big tree fits single training leaves: it is overfitted.
#
# </details>
#
# <details>
# <summary>In the row "is sick" of a confusion matrix stand 4 (predicted healthy) and 16 (predicted sick). What is the recall, and how many sick leaves are missed?</summary>
#
# Recall is 16 of 20, which is 0.8. Four sick leaves are missed.
#
# </details>

# %% [markdown]
# ## What you take with you
#
# * Accuracy hides what happens to the rare class and to small groups.
# * A confusion matrix shows each kind of mistake in its own place.
# * The threshold is a choice of people. First ask what each mistake costs, and who pays.
#
# Now open the exercises *The confusion matrix by hand* and *Which metric for sick trees?*
