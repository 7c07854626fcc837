# %% [markdown]
# # The lying chart
#
# ![A robot with a magnifying glass stands before a poster with three bars. The first bar looks far taller than the two others. The axis is torn off below.](figures/lying_poster.svg)
#
# A school asked its classes: which drink for the feast? Mint tea got 52 votes, orange juice 50, lemonade 49.
# The votes are invented. On the poster, mint tea seems to win by far. Not one number is false!
# So how does the poster fool the eye?

# %% [markdown] form="pad"
# ## Your task
#
# - Look at the chart below. Read the numbers at its side.
# - Choose where the axis begins.
# - Choose where it ends.
# - Equal votes, equal bars: that is honest.
# - Your choice must fit other votes too.

# %% [markdown] form="python"
# ## Your task
#
# `draw_chart(ax, values)` draws the bars on the axes `ax`. Run it and read the numbers at the side. Then repair it:
#
# - The axis begins at zero, below the bars. So a bar that is twice as tall stands for twice as many votes.
# - No bar is cut off, and the tallest one fills at least half of the chart.
# - It also fits other votes: 3 or 3000.
# - Bars, votes and the numbers at the side stay as they are.
#
# `ax.set_ylim(48, 53)` says where the axis begins and where it ends. `max(values)` is the largest of the values.

# %% given
import matplotlib.pyplot as plt
from ailab import check, t
from matplotlib.figure import Figure

drinks = [t("mint tea"), t("orange juice"), t("lemonade")]
votes = [52, 50, 49]


def show(values):
    fig, ax = plt.subplots(figsize=(5, 3))
    ax.set_ylabel(t("Votes"))
    draw_chart(ax, values)


def measured(values):
    ax = Figure().subplots()
    draw_chart(ax, values)
    begin, end = ax.get_ylim()
    return {
        "begin": float(begin),
        "end": float(end),
        "scale": ax.get_yscale(),
        "heights": [float(bar.get_height()) for bar in ax.patches],
        "numbers": bool(ax.axison and ax.yaxis.get_visible() and len(ax.get_yticks())),
    }

# %% given form="pad"
from ailab.activities import quiz


def draw_chart(ax, values):
    ax.bar(drinks, values)
    begins = {"forty_eight": 48, "forty": 40, "zero": 0, "half": min(values) / 2}
    ends = {"fifty_three": 53, "thousand": 1000, "smallest": min(values), "above": 1.1 * max(values)}
    ax.set_ylim(begins.get(begin, 48), ends.get(end, 53))

# %% given form="pad"
quiz(
    "begin",
    t("Where does the axis begin?"),
    {
        "forty_eight": t("at 48"),
        "forty": t("at 40"),
        "zero": t("at 0"),
        "half": t("at half of the smallest number"),
    },
)

# %% given form="pad"
quiz(
    "end",
    t("Where does the axis end?"),
    {
        "fifty_three": t("always at 53"),
        "thousand": t("always at 1000"),
        "smallest": t("at the smallest number"),
        "above": t("a little above the largest number"),
    },
)

# %% answer form="pad"
begin = "forty_eight"
end = "fifty_three"
### BEGIN SOLUTION
begin = "zero"
end = "above"
### END SOLUTION
show(votes)

# %% answer form="python"
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(48, 53)
### BEGIN SOLUTION
def draw_chart(ax, values):
    ax.bar(drinks, values)
    ax.set_ylim(0, 1.1 * max(values))
### END SOLUTION
show(votes)

# %% try form="python"
show([310, 295, 305])

# %% check
check("repair_lying_chart")

# %% [markdown]
# Same votes, honest bars: nobody wins by far. Look at the axis of every chart that you meet.
