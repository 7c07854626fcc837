# %% [markdown]
# # Plan your project
#
# ![A card with four fields: a person, a question mark, a heap of examples, and a raised hand. A pencil lies beside it.](figures/plan_card.svg)
#
# People who build robots plan first. Who is helped? What is the problem?
# Which examples does the model need? What happens when it is not sure?

# %% [markdown]
# ## Part 1: the plan card
#
# Lay **one** card into each box. All four must belong together.
#
# - You have an idea of your own? Take the three cards "Own idea".
# - A good plan needs nothing private.

# %% given
from ailab import check, t
from ailab.activities import sort_cards

# %% given
sort_cards(
    "plan",
    {
        "market_team": t("People who clean up after the market"),
        "dry_pots": t("Nobody knows which pots are dry."),
        "color_and_size": t("Color and size of many olives, with their kind"),
        "asks": t("It asks a human."),
        "olive_women": t("Women who sort olives in a cooperative"),
        "one_heap": t("Cans and peels lie in one heap."),
        "photos": t("Photos of all people in the street"),
        "damp_and_sun": t("How damp and sunny many pots are: thirsty or not"),
        "guesses": t("It guesses, and says nothing."),
        "garden_club": t("Children who care for the school garden"),
        "mixed_olives": t("Green and black olives lie in one basket."),
        "shine_and_soft": t("How shiny and soft many things are, with their bin"),
        "own_people": t("Own idea: other people"),
        "own_problem": t("Own idea: another problem"),
        "own_examples": t("Own idea: other examples"),
    },
    {
        "who": t("Who is helped?"),
        "problem": t("What is the problem?"),
        "data": t("Which examples does the model need?"),
        "unsure": t("What does it do when it is not sure?"),
    },
    prompt=t("My plan: one card in each box"),
)

# %% answer
plan = {"who": [], "problem": [], "data": [], "unsure": []}
### BEGIN SOLUTION
plan = {"who": ["market_team"], "problem": ["one_heap"], "data": ["shine_and_soft"], "unsure": ["asks"]}
### END SOLUTION
plan

# %% check
check("plan_robot_project")

# %% [markdown]
# ## Part 2: in your own words
#
# Write two or three sentences about your plan. Or say them, and somebody writes for you.
#
# - Whom does your robot help, and with what?
# - What stands in one example? Tell one, with its label.
# - When does a human decide?
#
# No names of people, no addresses. Your facilitator reads it with you.

# %% [markdown] written
# My robot helps the people who clean up after the market. Cans and peels lie in one heap, and sorting by hand takes a long time.
# One example is: shines 88, soft 6, metal. When only two of the three nearest examples agree, the robot asks a person.

# %% [markdown]
# A plan is a promise to yourself. You may change it when you find out something new.
