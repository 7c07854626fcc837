# %% [markdown]
# # Strong passphrase, private things
#
# ![A padlock that four words hold shut. Beside it: a card with a house, a key and a photo, all behind a closed eye.](figures/safe_passphrase.svg)
#
# The robot Tiko gets an account of its own. Now it needs a **passphrase**.
# That is a password made of several words.

# %% [markdown] form="pad"
# ## Part 1: a strong rule
#
# Tiko's rule is weak: two words are enough for it.
#
# Choose better parts for the rule. A strong passphrase:
#
# - has at least four words,
# - does not hold the name of its owner.
#
# Take the weak part out, or leave it. Both are fine.

# %% [markdown] form="python"
# ## Part 1: a strong rule
#
# `is_strong(passphrase, name)` says `True` for a strong passphrase, and `False` for a weak one.
# The rule below is too weak: it accepts two words, and does not look at the name. Change it. A passphrase is strong when
#
# - it has at least four words, and
# - the owner's name is not one of its words.
#
# `words` is the list of its words, `len(words)` their number. `"tiko" in words` asks whether a word stands there, `not in` asks the opposite.
# All words are in small letters.
#
# **Example:** `is_strong("zellij tram mango oud", "tiko")` gives `True`, `is_strong("zellij tram mango tiko", "tiko")` gives `False`.

# %% given
from ailab import check, t
from ailab.activities import quiz

# %% given form="pad"
def is_strong(passphrase, name):
    words = passphrase.split()
    holds = {
        "two_words": len(words) >= 2,
        "four_words": len(words) >= 4,
        "no_name": name not in words,
        "short": len(passphrase) <= 8,
        "only_digits": passphrase.isdigit(),
    }
    return all(holds[part] for part in rule)

# %% given form="pad"
quiz(
    "rule",
    t("Which parts does a strong rule have?"),
    {
        "two_words": t("It has at least two words."),
        "four_words": t("It has at least four words."),
        "no_name": t("It does not hold the name of its owner."),
        "short": t("It is short: at most eight signs."),
        "only_digits": t("It has only digits."),
    },
    several=True,
)

# %% answer form="python"
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 2
### BEGIN SOLUTION
def is_strong(passphrase, name):
    words = passphrase.split()
    return len(words) >= 4 and name not in words
### END SOLUTION

# %% try form="python"
is_strong("zellij tram mango oud", "tiko")

# %% [markdown]
# ## Part 2: what goes to the chatbot?
#
# {{girl}} has written six messages to a chatbot. Some tell private things.
# Which ones may she send? Choose them all.
#
# Private is: where somebody lives, a password, a photo of somebody.

# %% given
quiz(
    "to_send",
    t("Which messages may go to the chatbot?"),
    {
        "a": t("How much water does a young palm need?"),
        "b": t("Here is my passphrase. Is it strong?"),
        "c": t("Tell me a story about a robot in the souk."),
        "d": t("I live in the blue house beside the school. Which bus goes there?"),
        "e": t("What is a program?"),
        "f": t("This is a photo of my friend. Make it funny."),
    },
    several=True,
)

# %% answer form="pad"
rule = ["two_words"]
to_send = []
### BEGIN SOLUTION
rule = ["four_words", "no_name"]
to_send = ["a", "c", "e"]
### END SOLUTION
rule, to_send

# %% answer form="python"
to_send = []
### BEGIN SOLUTION
to_send = ["a", "c", "e"]
### END SOLUTION
to_send

# %% check
check("build_safe_passphrase")

# %% [markdown]
# A strong passphrase is long, and nobody else hears it. Not even a machine.
