# %% [markdown]
# # Fit, predict, score
#
# {{boy}} has a model that names olives and argan nuts. "It is right every time", says the program below: `1.0`, so 120 of 120.
# {{girl}} does not believe it. The model was asked about the very fruits it was given before.
# It stores them all, so it has every answer in front of it.
#
# **Repair the exam.** Keep some fruits away from the model until the end.

# %% given
from ailab import check, load
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

fruits = load("olive_argan")
points = fruits[["length_mm", "width_mm"]].to_numpy().tolist()
labels = fruits["kind"].to_numpy().tolist()

copycat = KNeighborsClassifier(n_neighbors=1)
copycat.fit(points, labels)
print(copycat.score(points, labels))

# %% [markdown]
# **Write in the next cell:**
#
# * `X_train`, `X_test`, `y_train`, `y_test`: the four parts that `train_test_split` gives back, in this order.
#   Give it `points` and `labels`, and say `test_size=0.25` and `random_state=0`. So a quarter of the fruits is for the
#   exam, and everybody gets the same quarter.
# * `model`: a new `KNeighborsClassifier(n_neighbors=1)`, fitted on the training part.
# * `score`: what `model.score` gives back for the test part. It is a number from 0 to 1; do not round it.
#
# `X` holds the measures, `y` the names that belong to them.

# %% answer
### BEGIN SOLUTION
X_train, X_test, y_train, y_test = train_test_split(points, labels, test_size=0.25, random_state=0)
model = KNeighborsClassifier(n_neighbors=1)
model.fit(X_train, y_train)
score = model.score(X_test, y_test)
### END SOLUTION

# %% [markdown]
# The next cell holds the score of the exam with known answers. Write yours beside it, after a comma.

# %% try
copycat.score(points, labels)

# %% check
check("fit_predict_score")

# %% [markdown]
# The honest score is lower, and it is the one that helps. It says what to expect for fruits which nobody has seen yet.
