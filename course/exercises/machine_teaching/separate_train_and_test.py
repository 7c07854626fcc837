# %% [markdown]
# # Don't mark your own exam
#
# ![Left, a tray of photos beside a robot. Right, behind a curtain, a few other photos. In front, one olive with two photos of it: from the front and from the back.](figures/exam_curtain.svg)
#
# {{girl}} took two photos of each fruit: from the front and from the back.
# Some photos are for training. Others are for the exam.
#
# Right now some lie on both sides. The model scores 100 of 100. Is that honest?

# %% [markdown] form="pad"
# ## Part 1: two boxes
#
# Lay all twelve photos into the two boxes:
#
# - Both photos of a fruit lie in the same box.
# - The exam has at least one olive and one nut.
# - The training box holds more photos, or as many.

# %% [markdown] form="python"
# ## Part 1: two lists
#
# `photos` holds twelve photos, two of each fruit. `train` is for training, `test` is for the exam.
# Below, two lines say which photos lie where. Change them, so that
#
# - no photo lies in both lists, and every photo lies in one,
# - both photos of a fruit lie in the same list,
# - `test` has at least one olive and one nut, and `train` has at least as many photos as `test`.
#
# **Example:** `photos[:2]` is the first two photos, `photos[2:]` is all others.

# %% given
from ailab import check, t
from ailab.activities import parsons

photos = [
    "olive_a_front", "olive_a_back", "nut_a_front", "nut_a_back",
    "olive_b_front", "olive_b_back", "nut_b_front", "nut_b_back",
    "olive_c_front", "olive_c_back", "nut_c_front", "nut_c_back",
]

# %% given form="pad"
from ailab.activities import sort_cards

sort_cards(
    "boxes",
    {
        "olive_a_front": t("Olive A, front"),
        "nut_b_back": t("Nut B, back"),
        "olive_c_front": t("Olive C, front"),
        "nut_a_front": t("Nut A, front"),
        "olive_b_back": t("Olive B, back"),
        "nut_c_front": t("Nut C, front"),
        "olive_a_back": t("Olive A, back"),
        "nut_b_front": t("Nut B, front"),
        "olive_c_back": t("Olive C, back"),
        "nut_a_back": t("Nut A, back"),
        "olive_b_front": t("Olive B, front"),
        "nut_c_back": t("Nut C, back"),
    },
    {"train": t("Training"), "test": t("Exam")},
)

# %% [markdown]
# ## Part 2: an honest exam, step by step
#
# Put the steps in order. One step is not honest: leave it out.

# %% given
parsons(
    "order",
    steps={
        "ask": t("The model predicts the photos of the exam."),
        "give": t("The model gets the photos for training, with their names."),
        "copy": t("The model gets the exam photos too, with their names."),
        "count": t("We count how many predictions are right."),
        "aside": t("We put some fruits aside for the exam."),
        "collect": t("We collect photos of many fruits."),
    },
)

# %% answer form="pad"
boxes = {"train": [], "test": []}
order = []
### BEGIN SOLUTION
boxes = {
    "train": [
        "olive_a_front", "olive_a_back", "nut_a_front", "nut_a_back",
        "olive_b_front", "olive_b_back", "nut_b_front", "nut_b_back",
    ],
    "test": ["olive_c_front", "olive_c_back", "nut_c_front", "nut_c_back"],
}
order = ["collect", "aside", "give", "ask", "count"]
### END SOLUTION

train, test = boxes["train"], boxes["test"]

# %% answer form="python"
train = photos[:9]
test = photos[6:]
order = []
### BEGIN SOLUTION
train = photos[:8]
test = photos[8:]
order = ["collect", "aside", "give", "ask", "count"]
### END SOLUTION
train, test

# %% check
check("separate_train_and_test")

# %% [markdown]
# An exam is honest when its questions are new. This holds for people and for models.
