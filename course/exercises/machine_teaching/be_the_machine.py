# %% [markdown]
# # Be the machine
#
# ![A map of squares with six known fruits: three olives with one, two and three leaves, and three argan nuts with one, two and three stripes. Between them lie a star, a moon, a drop, a heart and a sun. Dots count the squares.](figures/map_of_fruits.svg)
#
# Six fruits have a name: three olives and three argan nuts.
# They are the examples. Five new things have no name yet.
#
# You are the machine. For each new one, find the **nearest** example.

# %% [markdown] form="pad"
# ## Your task
#
# - Put a finger on the star. Which fruit is nearest?
# - Lay the star there.
# - Do the same with moon, drop, heart and sun.
#
# Not sure? Take a thread. The shortest thread wins.
#
# The same map in numbers. The corner below on the left is 0.
#
# | On the map | Squares to the right | Squares up |
# |---|---|---|
# | olive, 1 leaf | 2 | 2 |
# | olive, 2 leaves | 5 | 1 |
# | olive, 3 leaves | 9 | 6 |
# | nut, 1 stripe | 4 | 6 |
# | nut, 2 stripes | 7 | 7 |
# | nut, 3 stripes | 11 | 5 |
# | star | 1 | 3 |
# | moon | 3 | 7 |
# | drop | 8 | 5 |
# | heart | 5 | 5 |
# | sun | 7 | 2 |

# %% [markdown] form="python"
# ## Your task
#
# `examples` and `new` hold the places on the map: squares to the right, then squares up.
# `"olive_a"` has one leaf, `"olive_b"` two, `"olive_c"` three. `"nut_a"` has one stripe, and so on.
#
# Which example is the nearest one? Write its name for each of the five. Count squares, use a ruler or calculate.
# Do not run a model yet.
#
# **Example:** `near_star = "nut_c"` says that the nut with three stripes is nearest to the star.

# %% given
from math import dist

from ailab import check, t

examples = {
    "olive_a": [2, 2],
    "olive_b": [5, 1],
    "olive_c": [9, 6],
    "nut_a": [4, 6],
    "nut_b": [7, 7],
    "nut_c": [11, 5],
}
new = {"star": [1, 3], "moon": [3, 7], "drop": [8, 5], "heart": [5, 5], "sun": [7, 2]}

# %% given form="pad"
from ailab.activities import sort_cards

sort_cards(
    "nearest",
    {
        "star": t("Star"),
        "moon": t("Moon"),
        "drop": t("Drop"),
        "heart": t("Heart"),
        "sun": t("Sun"),
    },
    {
        "olive_a": t("Olive, 1 leaf"),
        "olive_b": t("Olive, 2 leaves"),
        "olive_c": t("Olive, 3 leaves"),
        "nut_a": t("Nut, 1 stripe"),
        "nut_b": t("Nut, 2 stripes"),
        "nut_c": t("Nut, 3 stripes"),
    },
    prompt=t("Which example is nearest?"),
)

# %% answer form="pad"
nearest = {
    "olive_a": [], "olive_b": [], "olive_c": [],
    "nut_a": [], "nut_b": [], "nut_c": [],
}
### BEGIN SOLUTION
nearest = {"olive_a": ["star"], "olive_b": ["sun"], "olive_c": ["drop"], "nut_a": ["moon", "heart"]}
### END SOLUTION
nearest

# %% answer form="python"
near_star = ""
near_moon = ""
near_drop = ""
near_heart = ""
near_sun = ""
### BEGIN SOLUTION
near_star = "olive_a"
near_moon = "nut_a"
near_drop = "olive_c"
near_heart = "nut_a"
near_sun = "olive_b"
### END SOLUTION
[near_star, near_moon, near_drop, near_heart, near_sun]

# %% check
check("be_the_machine")

# %% [markdown]
# Now let the machine do the same work. It measures the straight line to each example and takes the shortest.
#
# The drop lies among nuts, but an olive is nearest. So the machine predicts: olive.

# %% try
for name, place in new.items():
    nearest_one = min(examples, key=lambda example: dist(examples[example], place))
    print(name, "→", nearest_one)

# %% [markdown]
# You did what a model does: the nearest example gives its name.
