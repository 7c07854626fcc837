# %% [markdown]
# # Repair the data
#
# ![A balance. On its left pan lie two olives and a pebble, on its right pan eight argan nuts. The right pan hangs low.](figures/unequal_balance.svg)
#
# A helper filled this tray in a hurry: eight nuts, two long olives and a pebble.
# Somebody wrote "olive" on the pebble. The model fails many olives.
#
# You choose better examples. Then the model passes its exam.

# %% [markdown] form="pad"
# ## Your task
#
# Choose what the model gets:
#
# - no pebble,
# - as many olives as nuts, at least four of each,
# - some of each group: long, round, small, large.
#
# You need not take everything. Some nuts may stay out.

# %% [markdown] form="python"
# ## Your task
#
# `tray` holds everything that can be chosen: length, width and the name that somebody wrote on it.
# `chosen` is the list of what the model gets. Change it, by hand or with a program, so that
#
# - the pebble is not in it,
# - it holds as many olives as nuts, at least four of each,
# - the model predicts at least 85 of 100 fruits right in an exam that you do not see.
#
# You need not take everything. Does every group have its examples? The practice exam below helps.
#
# **Example:** `chosen = ["olive_a", "nut_d"]` gives the model two examples.

# %% given
from math import dist

from ailab import check, t
from ailab.activities import quiz

tray = {
    "olive_a": [22, 13, "olive"], "olive_b": [23, 12, "olive"],
    "olive_c": [24, 14, "olive"], "olive_d": [23, 14, "olive"],
    "olive_e": [22, 20, "olive"], "olive_f": [23, 20, "olive"],
    "olive_g": [23, 19, "olive"],
    "nut_a": [20, 21, "nut"], "nut_b": [20, 22, "nut"],
    "nut_c": [19, 22, "nut"],
    "nut_d": [26, 22, "nut"], "nut_e": [26, 23, "nut"],
    "nut_f": [27, 22, "nut"], "nut_g": [27, 23, "nut"],
    "nut_h": [25, 23, "nut"],
    "pebble": [28, 23, "olive"],
}
practice = {
    "long_olives": [[22, 14, "olive"], [24, 13, "olive"], [23, 13, "olive"]],
    "round_olives": [[22, 19, "olive"], [23, 21, "olive"], [24, 20, "olive"]],
    "small_nuts": [[19, 21, "nut"], [20, 23, "nut"], [18, 22, "nut"]],
    "large_nuts": [[28, 23, "nut"], [25, 22, "nut"], [27, 24, "nut"]],
}


def predict_fruit(names, length, width):
    def distance(name):
        return dist(tray[name][:2], [length, width])

    return tray[min(names, key=distance)][2]


def marks(fruits):
    row = ""
    for length, width, kind in fruits:
        row += "✔" if predict_fruit(chosen, length, width) == kind else "✘"
    return row

# %% given
quiz(
    "chosen",
    t("What does the model get?"),
    {
        "olive_a": t("Olive A, long"),
        "olive_b": t("Olive B, long"),
        "olive_c": t("Olive C, long"),
        "olive_d": t("Olive D, long"),
        "olive_e": t("Olive E, round"),
        "olive_f": t("Olive F, round"),
        "olive_g": t("Olive G, round"),
        "nut_a": t("Nut A, small"),
        "nut_b": t("Nut B, small"),
        "nut_c": t("Nut C, small"),
        "nut_d": t("Nut D, large"),
        "nut_e": t("Nut E, large"),
        "nut_f": t("Nut F, large"),
        "nut_g": t("Nut G, large"),
        "nut_h": t("Nut H, large"),
        "pebble": t("Pebble, somebody wrote “olive” on it"),
    },
    several=True,
)

# %% answer
chosen = [
    "olive_a", "olive_b", "pebble",
    "nut_a", "nut_b", "nut_c", "nut_d", "nut_e", "nut_f", "nut_g", "nut_h",
]
### BEGIN SOLUTION
chosen = ["olive_a", "olive_c", "olive_e", "olive_f", "nut_a", "nut_b", "nut_d", "nut_e"]
### END SOLUTION
chosen

# %% [markdown]
# A practice exam, group by group. `✔` means: predicted right. Run it as often as you like.

# %% try
for group in practice:
    print(marks(practice[group]), group)

# %% check
check("repair_training_data")

# %% [markdown]
# The program stayed the same. Better examples made a better model.
