# %% [markdown]
# # Read the tree's questions
#
# {{woman}} looks after an olive grove near {{other_city}}. A decision tree was fitted on leaves from her trees.
# It asks two questions about a leaf, then it predicts `healthy` or `sick`. She will only use it if she can follow it.
#
# Read the tree from the top. Each line is a question or an answer. If the leaf fits the line, go on below it, further in.
#
# ```
# |--- spot_percent <= 10.00
# |   |--- length_mm <= 44.00
# |   |   |--- class: sick
# |   |--- length_mm >  44.00
# |   |   |--- class: healthy
# |--- spot_percent >  10.00
# |   |--- length_mm <= 65.00
# |   |   |--- class: sick
# |   |--- length_mm >  65.00
# |   |   |--- class: healthy
# ```
#
# `spot_percent` is the part of the leaf that is covered with dark spots. `<=` means: less than, or equal to.

# %% given
from ailab import check
from sklearn.tree import DecisionTreeClassifier, export_text

leaves = [[2, 50], [4, 54], [5, 58], [6, 60], [7, 62], [7, 56], [3, 36], [6, 38]]
leaves += [[13, 52], [14, 54], [16, 57], [18, 59], [20, 61], [22, 55], [15, 69], [19, 74]]
states = ["healthy"] * 6 + ["sick"] * 8 + ["healthy"] * 2

tree = DecisionTreeClassifier(max_depth=2, random_state=0).fit(leaves, states)
print(export_text(tree, feature_names=["spot_percent", "length_mm"]))

# %% [markdown]
# **First, predict.** With your finger on the tree, find the class of these four leaves:
#
# | Leaf | `spot_percent` | `length_mm` |
# |---|---|---|
# | `"a"` | 5 | 58 |
# | `"b"` | 6 | 40 |
# | `"c"` | 18 | 60 |
# | `"d"` | 15 | 72 |
#
# Write them into the dictionary `predictions`, one line for each leaf, for instance `"a": "healthy",` or `"a": "sick",`.
#
# **Then write the function** `follow_tree(spot_percent, length_mm)`. It asks the same questions with `if` and gives back
# the text `"healthy"` or `"sick"`, for any leaf.

# %% answer
predictions = {
    ### BEGIN SOLUTION
    "a": "healthy",
    "b": "sick",
    "c": "sick",
    "d": "healthy",
    ### END SOLUTION
}


def follow_tree(spot_percent, length_mm):
    ### BEGIN SOLUTION
    if spot_percent <= 10:
        if length_mm <= 44:
            return "sick"
        return "healthy"
    if length_mm <= 65:
        return "sick"
    return "healthy"
    ### END SOLUTION

# %% [markdown]
# Now ask the tree itself. Does it say what you wrote?

# %% try
print(predictions)
print(tree.predict([[5, 58], [6, 40], [18, 60], [15, 72]]))

# %% check
check("read_tree_questions")

# %% [markdown]
# You can follow every step from the leaf to the class. For this, people choose trees: whoever has to live with a
# prediction can ask which question decided.
