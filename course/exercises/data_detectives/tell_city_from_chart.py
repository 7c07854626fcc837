# %% [markdown]
# # Which city is it?
#
# ![Four places: a harbor with a boat, a snowy mountain, an oasis with a palm, a wide field with clouds.](figures/four_towns.svg)
#
# Three rain charts have lost their names. You are the detective!
# Towns and numbers are invented.

# %% [markdown] form="pad"
# ## Your task
#
# - Look at the charts below. Each bar is one month.
# - {{month_1}} is 1, {{month_12}} is 12.
# - Read the numbers at the side, too!
# - Then lay each chart at its town.
# - One town has no chart.

# %% [markdown] form="python"
# ## Your task
#
# Each chart shows the rain of one year. The bars stand for the months 1 to 12. The numbers at the side are millimeters of rain.
#
# Which town does each chart belong to? Lay the charts, or write their letters into the answer cell.
# One town is left over. Read the axis before you decide: the three charts do not have the same numbers at the side.

# %% given
import matplotlib.pyplot as plt
from ailab import check, t
from ailab.activities import sort_cards

rain = {
    "a": [6, 5, 5, 3, 2, 1, 0, 0, 2, 4, 5, 8],
    "b": [71, 74, 88, 112, 81, 30, 15, 21, 40, 58, 72, 75],
    "c": [79, 68, 60, 41, 20, 5, 0, 0, 10, 49, 82, 97],
}


def draw(letter):
    fig, ax = plt.subplots(figsize=(6, 2.6))
    ax.bar(range(1, 13), rain[letter], color="#2b62b3")
    ax.set_title(letter.upper())
    ax.set_xticks(range(1, 13))
    ax.set_xlabel(t("Month"))
    ax.set_ylabel(t("Rain in mm"))


for letter in rain:
    draw(letter)

# %% [markdown]
# The same charts in numbers, from month 1 to month 12:
#
# | Chart | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |
# |---|---|---|---|---|---|---|---|---|---|---|---|---|
# | A | 6 | 5 | 5 | 3 | 2 | 1 | 0 | 0 | 2 | 4 | 5 | 8 |
# | B | 71 | 74 | 88 | 112 | 81 | 30 | 15 | 21 | 40 | 58 | 72 | 75 |
# | C | 79 | 68 | 60 | 41 | 20 | 5 | 0 | 0 | 10 | 49 | 82 | 97 |

# %% given
sort_cards(
    "cities",
    {"a": t("Chart A"), "b": t("Chart B"), "c": t("Chart C")},
    {
        "harbor": t("The harbor town: most rain in month 12, none in month 7."),
        "mountain": t("The mountain town: rain in each month, most in month 4."),
        "oasis": t("The oasis town: never more than 10 millimeters in a month."),
        "plain": t("The town on the plain: most rain in month 10."),
    },
    prompt=t("Which chart belongs to which town?"),
)

# %% answer
cities = {"harbor": [], "mountain": [], "oasis": [], "plain": []}
### BEGIN SOLUTION
cities = {"harbor": ["c"], "mountain": ["b"], "oasis": ["a"], "plain": []}
### END SOLUTION
cities

# %% check
check("tell_city_from_chart")

# %% [markdown]
# A good detective reads the axis first. Then the bars tell their story.
