# %% [markdown]
# # Tally the favorite positions
#
# ![A heap of answer cards goes into a machine. Four boards come out, with strokes on them: two, five, one and three.](figures/tally_machine.svg)
#
# A football club for girls and boys asks its players one question: where do you like to play?
# The answers lie in a heap. They are invented, and no name stands on them.
#
# There are four positions: keeper, defender, midfielder and striker.
# The keeper guards the goal, the striker shoots. The others play between them.

# %% [markdown] form="pad"
# ## Your task
#
# - Read the answers below. Count them with strokes on paper.
# - This machine counts them too. But its numbers are wrong!
# - Find the wrong card. Lay a better one in its place.
# - One card is left over in the end.

# %% [markdown] form="python"
# ## Your task
#
# `tally(answers)` gets a list of answers and gives back how often each position was named.
# The function below counts only the keepers. Change it, so that all four positions are counted.
#
# | In the program | Position |
# |---|---|
# | `"keeper"` | keeper |
# | `"defender"` | defender |
# | `"midfielder"` | midfielder |
# | `"striker"` | striker |
#
# The result has four names and four numbers. A position that nobody named keeps its 0.
#
# **Example:** `tally(["striker", "keeper", "striker"])` gives `{"keeper": 1, "defender": 0, "midfielder": 0, "striker": 2}`.

# %% given
from ailab import check

answers = ["striker", "keeper", "defender", "striker", "midfielder", "striker", "midfielder"]
answers = answers + ["keeper", "striker", "midfielder", "striker"]

# %% given form="pad"
from ailab import t
from ailab.activities import sort_cards

names = {"keeper": t("keeper"), "defender": t("defender"), "midfielder": t("midfielder"), "striker": t("striker")}
print(*(names[answer] for answer in answers), sep="\n")


def show(counts):
    for position in counts:
        print("|" * counts[position], counts[position], names[position])


def tally(answers):
    counts, shown = {}, {}
    steps = [("first", "")] + [("each", answer) for answer in answers] + [("end", "")]
    for box, answer in steps:
        for card in machine.get(box, []):
            if card == "zero":
                counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
            if card == "all_more":
                counts = {position: count + 1 for position, count in counts.items()}
            if card == "one_more" and answer:
                counts[answer] = counts.get(answer, 0) + 1
            if card == "show":
                shown = dict(counts)
    return shown

# %% given form="pad"
sort_cards(
    "machine",
    {
        "zero": t("Write 0 beside each position."),
        "all_more": t("Add 1 to all positions."),
        "one_more": t("Add 1 to the position on the card."),
        "show": t("Show the numbers."),
    },
    {"first": t("At the beginning"), "each": t("For each answer card"), "end": t("At the end")},
    prompt=t("Which card does the machine need, and when?"),
)

# %% answer form="pad"
machine = {"first": ["zero"], "each": ["all_more"], "end": ["show"]}
### BEGIN SOLUTION
machine = {"first": ["zero"], "each": ["one_more"], "end": ["show"]}
### END SOLUTION
show(tally(answers))

# %% answer form="python"
def tally(answers):
    counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
    for answer in answers:
        if answer == "keeper":
            counts["keeper"] = counts["keeper"] + 1
    return counts
### BEGIN SOLUTION
def tally(answers):
    counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
    for answer in answers:
        counts[answer] = counts[answer] + 1
    return counts
### END SOLUTION
tally(answers)

# %% check
check("tally_positions")

# %% [markdown]
# Eleven answers or eleven thousand: the same few steps count them.
