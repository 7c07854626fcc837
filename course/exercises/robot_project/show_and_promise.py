# %% [markdown]
# # Show and promise
#
# ![A girl and a boy stand beside a board with three pictures: a robot, a heap of examples, a raised hand. A star hangs above.](figures/show_and_promise.svg)
#
# Today you show your robot. Three slides are enough, and one minute.
# At the end you make a promise. Then you get your star.

# %% [markdown] form="pad"
# ## Part 1: three slides
#
# Lay the cards onto three slides.
#
# - Slide 1: what does it do, and for whom?
# - Slide 2: which examples was it given?
# - Slide 3: what can it not do?
#
# Some cards are not shown. Lay them aside.
# Each slide needs a card. Draw your slides on paper too.

# %% [markdown] form="python"
# ## Part 1: three slides
#
# Write one sentence for each slide, at least three words:
#
# - `"helps"`: what does your robot do, and for whom?
# - `"examples"`: which examples was it given, and who chose them?
# - `"limits"`: where is it wrong, and when does it ask a human?
#
# Write nothing private: no name of a person, no number to call, no address.

# %% given
from ailab import check, t
from ailab.activities import quiz

# %% given form="pad"
from ailab.activities import sort_cards

sort_cards(
    "slides",
    {
        "asks": t("When it is not sure, it asks a human."),
        "helps_people": t("It helps the people at the market."),
        "nine": t("It was given nine examples."),
        "photo": t("My photo and my address"),
        "collects": t("It collects waste in my world."),
        "rusty": t("It was wrong about a rusty can."),
        "chosen": t("I chose the examples myself."),
        "perfect": t("My robot is always right."),
    },
    {
        "helps": t("Slide 1: what it does"),
        "examples": t("Slide 2: its examples"),
        "limits": t("Slide 3: what it cannot do"),
        "aside": t("Not shown"),
    },
    prompt=t("My three slides"),
)

# %% given form="python"
from ailab.activities import reflect

reflect(
    "slides",
    {
        "helps": t("What does your robot do, and for whom?"),
        "examples": t("Which examples was it given, and who chose them?"),
        "limits": t("Where is it wrong, and when does it ask a human?"),
    },
    prompt=t("My three slides"),
)

# %% [markdown]
# ## Part 2: one promise
#
# You can build robots now. Choose one promise that you keep.

# %% given
quiz(
    "promise",
    t("What do you promise?"),
    {
        "look": t("I check what a machine predicts."),
        "believe": t("I believe what a machine says."),
        "private": t("I keep private things private, mine and those of others."),
        "hide": t("I hide what my robot gets wrong."),
        "ask": t("I ask people before I collect data about them."),
        "human": t("Where it matters, a human decides."),
    },
)

# %% answer form="pad"
slides = {"helps": [], "examples": [], "limits": [], "aside": []}
promise = None
### BEGIN SOLUTION
slides = {
    "helps": ["helps_people", "collects"],
    "examples": ["nine", "chosen"],
    "limits": ["rusty", "asks"],
    "aside": ["photo", "perfect"],
}
promise = "human"
### END SOLUTION
slides, promise

# %% answer form="python"
slides = {"helps": "", "examples": "", "limits": ""}
promise = None
### BEGIN SOLUTION
slides = {
    "helps": "My robot sorts waste for the people at the market.",
    "examples": "It was given nine examples, and I chose them.",
    "limits": "It was wrong about a rusty can, so it asks a human.",
}
promise = "human"
### END SOLUTION
slides, promise

# %% check
check("show_and_promise")

# %% [markdown]
# ## Part 3: my promise in my words
#
# Write your promise as you say it aloud. Or say it, and somebody writes for you.
# Your facilitator listens, and gives the star.

# %% [markdown] written
# I promise: when my robot sorts something that can hurt people, like glass, a human looks at it first.

# %% [markdown]
# You planned, built, tested and showed a robot. The star is yours!
