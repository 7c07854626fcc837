# %% [markdown]
# # The confusion matrix by hand
#
# A score says how often a model is right. It does not say *how* it is wrong. Calling a sick leaf healthy is one mistake,
# calling a healthy leaf sick is another. A confusion matrix counts each of them in its own place.
#
# **Write the function** `confusion(true, predicted, labels)`.
#
# * `true` is a list: what each thing is. `predicted` is a list of the same length: what the model predicted for it.
# * `labels` is a list with the names of all classes.
#
# It gives back a list of lists of whole numbers, one inner list for each label:
#
# * **Row**: what it is (`true`). **Column**: what was predicted.
# * Rows and columns stand in the order of `labels`, whatever this order is.
# * A label that never occurs has zeros.

# %% [markdown]
# An example with five leaves, and `labels` in the order `"healthy"`, `"sick"`:
#
# | | predicted healthy | predicted sick |
# |---|---|---|
# | **is healthy** | 2 | 1 |
# | **is sick** | 2 | 0 |
#
# As a list of lists this is `[[2, 1], [2, 0]]`. Three leaves are healthy; for one of them `"sick"` was predicted.

# %% given
from ailab import check

true = ["healthy", "sick", "healthy", "sick", "healthy"]
predicted = ["healthy", "healthy", "sick", "healthy", "healthy"]

# %% answer
def confusion(true, predicted, labels):
    ### BEGIN SOLUTION
    matrix = []
    for row in labels:
        matrix.append([0] * len(labels))
    for is_label, said_label in zip(true, predicted):
        matrix[labels.index(is_label)][labels.index(said_label)] += 1
    return matrix
    ### END SOLUTION

# %% try
confusion(true, predicted, ["healthy", "sick"])

# %% check
check("count_confusion_matrix")

# %% [markdown]
# scikit-learn has this function too: `confusion_matrix(true, predicted, labels=labels)`. Its rows and columns mean the same
# as yours. Now you know what stands in every place.
