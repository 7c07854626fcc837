# %% [markdown]
# # AI or not?
#
# ![Two boxes. In the left one lies a list of rules. In the right one lies a heap of pictures. Between them: a lamp, a robot and a speech bubble.](figures/two_boxes.svg)
#
# Some machines follow rules that a person wrote.
# Some hold a model. The model was given many examples.
# We call the second kind AI.

# %% [markdown]
# ## Part 1: eight cards
#
# Read each card. Which box does it belong to?
#
# - `"ai"`: a model was given examples.
# - `"not_ai"`: a person wrote the rules.
#
# Each card lies in one box.

# %% given
from ailab import check, t
from ailab.activities import quiz, sort_cards

# %% given
sort_cards(
    "sorted_cards",
    {
        "calculator": t("A calculator adds 12 and 30."),
        "chatbot": t("A chatbot was given millions of texts. Now it writes answers."),
        "lamp": t("A street lamp goes on when it is dark."),
        "leaf": t("An app was given photos of sick leaves. It predicts which leaf is sick."),
        "robot": t("A robot follows the cards that somebody laid."),
        "voice": t("A phone was given many voices. It writes down what is said."),
        "washing": t("A washing machine does the same steps each time."),
        "mail": t("A mailbox was given old messages. It predicts which new ones are advertising."),
    },
    {"ai": t("AI"), "not_ai": t("Not AI")},
)

# %% [markdown]
# ## Part 2: your reason
#
# How do you know that a machine is AI? Choose one reason.

# %% given
quiz(
    "reason",
    t("How do you know that a machine is AI?"),
    {
        "electric": t("It needs electricity."),
        "moves": t("It moves by itself."),
        "examples": t("It was given many examples and predicts from them."),
        "human": t("It looks or talks like a human."),
    },
)

# %% answer
sorted_cards = {"ai": [], "not_ai": []}
reason = ""
### BEGIN SOLUTION
sorted_cards = {"ai": ["chatbot", "leaf", "voice", "mail"], "not_ai": ["calculator", "lamp", "robot", "washing"]}
reason = "examples"
### END SOLUTION
sorted_cards, reason

# %% check
check("sort_ai_or_not")

# %% [markdown]
# Now you can ask of any machine: rules or examples?
