# %% [markdown]
# # When unsure, ask
#
# ![A robot holds up an old bag and a sign with a question mark. A girl points to one of three bins.](figures/ask_human.svg)
#
# The three nearest examples vote for a bin. All three agree? Then the prediction is sure: 100 of 100.
# Only two of three? That is 67 of 100.
# {{girl}} says: a robot that is not sure enough asks a human.

# %% [markdown] form="pad"
# ## Your task
#
# The limit is a number, for instance 80.
#
# - Below the limit the robot asks.
# - From the limit on it sorts alone.
#
# Lay each card into a box.

# %% [markdown] form="python"
# ## Your task
#
# `decide(kind, sure, threshold)` is given a predicted kind, how sure the prediction is (0 to 100), and the **threshold**, the limit.
# The function below always sorts. Change it:
#
# - When `sure` is below the threshold, it gives back `"ask"`.
# - Else it gives back the kind.
#
# **Example:** `decide("metal", 60, 80)` gives `"ask"`, `decide("metal", 100, 80)` gives `"metal"`. Exactly 80 is not below 80.

# %% given
from ailab import check, t

# %% given form="pad"
from ailab.activities import sort_cards

sort_cards(
    "choices",
    {
        "far_below": t("Far below the limit: 20, limit 80"),
        "just_below": t("A little below the limit: 79, limit 80"),
        "at_limit": t("Exactly at the limit: 80, limit 80"),
        "just_above": t("A little above the limit: 81, limit 80"),
        "far_above": t("Far above the limit: 100, limit 80"),
    },
    {"sort": t("Sort alone"), "ask": t("Ask a human"), "away": t("Throw it beside the belt")},
    prompt=t("What does the robot do?"),
)

# %% given form="pad"
def decide(kind, sure, threshold):
    more = sure - threshold
    near = {-1: "just_below", 0: "at_limit", 1: "just_above"}
    card = near.get(more, "far_below" if more < 0 else "far_above")
    box = next((box for box, cards in choices.items() if card in cards), "nothing")
    return kind if box == "sort" else box

# %% answer form="pad"
choices = {"sort": [], "ask": [], "away": []}
### BEGIN SOLUTION
choices = {"sort": ["at_limit", "just_above", "far_above"], "ask": ["far_below", "just_below"], "away": []}
### END SOLUTION
[decide("metal", sure, 80) for sure in (20, 79, 80, 81, 100)]

# %% answer form="python"
def decide(kind, sure, threshold):
    return kind
### BEGIN SOLUTION
def decide(kind, sure, threshold):
    if sure < threshold:
        return "ask"
    return kind
### END SOLUTION

# %% try form="python"
[decide("metal", sure, 80) for sure in (20, 79, 80, 81, 100)]

# %% check
check("ask_human_when_unsure")

# %% [markdown]
# A good robot can say: I am not sure. Then a person decides.
