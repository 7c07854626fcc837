# %% [markdown]
# # Who decides?
#
# ![A road that forks. On the left a robot at a belt with olives. On the right two people at a table, talking, with a heart above them.](figures/who_decides.svg)
#
# A model can predict. But may it also decide?
#
# When a mistake is small, it may. When a mistake can hurt somebody, a human decides.
# A human can listen, explain and answer for it.

# %% [markdown]
# ## Part 1: eight cards
#
# Read each card. Who decides?
#
# - `"model"`: the model may decide alone.
# - `"human"`: a human decides. A model may help.
#
# Each card lies in one box.

# %% given
from ailab import check, t
from ailab.activities import quiz, sort_cards

# %% given
sort_cards(
    "deciders",
    {
        "belt": t("Which olives on the belt are small, which are large?"),
        "medicine": t("Which medicine does a sick child get?"),
        "song": t("Which song could come next?"),
        "window": t("Who broke the window? Who is punished?"),
        "word": t("Which word does the phone propose next?"),
        "school": t("Which pupils move up to the next class?"),
        "album": t("Which photos of plants go into the album with mint?"),
        "water": t("The well is nearly empty. Who gets water?"),
    },
    {"model": t("The model may decide"), "human": t("A human decides")},
)

# %% [markdown]
# ## Part 2: your reasons
#
# Why there? Choose one reason for each box.

# %% given
quiz(
    "why_model",
    t("Why may the model decide there?"),
    {
        "never_wrong": t("A model is never wrong."),
        "small": t("A mistake is small, and easy to put right."),
        "clever": t("A model is cleverer than people."),
        "fast": t("It is fast. Nothing else counts."),
    },
)

# %% given
quiz(
    "why_human",
    t("Why does a human decide there?"),
    {
        "perfect": t("Humans never make mistakes."),
        "useless": t("Models are always wrong."),
        "answers": t("A mistake can hurt somebody. A human can explain and answer for it."),
        "habit": t("It was always like that."),
    },
)

# %% answer
deciders = {"model": [], "human": []}
why_model = ""
why_human = ""
### BEGIN SOLUTION
deciders = {"model": ["belt", "song", "word", "album"], "human": ["medicine", "window", "school", "water"]}
why_model = "small"
why_human = "answers"
### END SOLUTION
deciders, why_model, why_human

# %% check
check("choose_who_decides")

# %% [markdown]
# People build models, and people say where they are used. The responsibility stays with people.
