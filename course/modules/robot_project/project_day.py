# %% [markdown]
# # Project day
#
# About 40 minutes.
#
# ![A robot on a table between tools, cards and a small palm. Around it lie a map, a heap of examples and a star.](figures/project_robot.svg)
#
# Today it is your robot. You plan it, build its world, test it and show it.
# At the end you take it home.

# %% [markdown] phase="predict"
# ## Predict
#
# A robot collects waste and goes to the star. Three tests watch it:
#
# 1. Is all waste collected?
# 2. Does it stand on the star?
# 3. Is the number of bumps zero?
#
# This robot picks two pieces. Three lie there. Which test says no?

# %%
from ailab import t
from ailab.activities import quiz

quiz(
    "my_guess",
    t("It leaves one piece. Which test says no?"),
    {
        "collected": t("Test 1: is all waste collected?"),
        "arrived": t("Test 2: does it stand on the star?"),
        "bumps": t("Test 3: is the number of bumps zero?"),
    },
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Let it run. Which piece does it forget?

# %%
from ailab import World, follow, simulate

street = World.from_text("""
#########
#>x.x.xG#
#########
""")
cards = ["forward", "pick", ["forward", 2], "pick", ["forward", 3]]
run = simulate(follow(cards), street)
run

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### A test is a question with yes or no
#
# The run tells us numbers: how many pieces are missing, how many bumps there were. A test looks at one of them.
# `== 0` asks: is it zero?

# %%
print(run.outcome.missing == 0)
print(run.outcome.bumps == 0)

# %% [markdown]
# The first test says no: something is missing. The second one says yes.
#
# A test that always says yes finds nothing. So we try a test twice: with a good robot, and with a broken one.

# %%
good = ["forward", "pick", ["forward", 2], "pick", ["forward", 2], "pick", "forward"]
for each in (good, cards, []):
    outcome = simulate(follow(each), street).outcome
    print(outcome.missing == 0, outcome.bumps == 0)

# %% [markdown]
# Three robots: a good one, one that leaves a piece, and one that sleeps. The sleeping one never bumps!
# So one test alone is not enough.
#
# ### A plan has four boxes
#
# ![A card with four fields: a person, a question mark, a heap of examples, and a raised hand. A pencil lies beside it.](figures/plan_card.svg)
#
# | Box | A robot for the olive harvest |
# |---|---|
# | Who is helped? | people who sort olives |
# | What is the problem? | green and black ones lie in one basket |
# | Which examples? | color and size of many olives, each with its kind |
# | When it is not sure? | it asks a human |
#
# Who counts as "who"? Always people. A robot is built for somebody.
#
# ### What cannot a robot decide?
#
# Some things a human decides, however good the model is.

# %%
from ailab.activities import sort_cards

sort_cards(
    "who_decides",
    {
        "peel": t("Into which bin does a peel go?"),
        "medicine": t("Which medicine does a child get?"),
        "line": t("Turn left or right on the line?"),
        "team": t("Who may play in the team?"),
    },
    {"robot": t("The robot may decide"), "human": t("A human decides")},
)

# %% try
who_decides = {"robot": [], "human": []}

# %% [markdown]
# <details>
# <summary>How others lay them</summary>
#
# Bins and lines: the robot may. Medicine and the team: these touch people, so a human decides, and can be asked why.
#
# </details>

# %% [markdown] phase="modify"
# ## Modify
#
# Change the street, and run again each time:
#
# 1. Lay one more `x` on the street. Which test says no now?
# 2. Put a wall `#` into the way. What do the tests say?
# 3. Take the wall away again, and repair the cards, so that all tests say yes.

# %% try
street = World.from_text("""
#########
#>x.x.xG#
#########
""")
cards = ["forward", "pick", ["forward", 2], "pick", ["forward", 2], "pick", "forward"]
run = simulate(follow(cards), street)
print(run.outcome.missing == 0, run.outcome.bumps == 0)
run

# %% [markdown] phase="make"
# ## Make: your project
#
# Take the exercises in this order. Those with a star are for everybody.
#
# | Step | Exercise | You get |
# |---|---|---|
# | 1 | **Plan: who, problem, data** | your plan card |
# | 2 | **The sorting robot** ★ | your examples and your model |
# | 3 | **My world and its three tests** ★ | your world and your robot |
# | 4 | **Show and promise** ★ | your slides and your promise |
#
# Work in pairs: one drives, one reads and asks. Change after ten minutes.

# %%
from ailab.activities import stars

stars(
    "my_stars",
    {
        "plan": t("I know whom my robot helps."),
        "examples": t("I chose examples that differ from each other."),
        "tests": t("My tests say no to a broken robot."),
        "show": t("I can say where my robot is wrong."),
    },
    prompt=t("How far are you?"),
)

# %% try
my_stars = {"plan": None, "examples": None, "tests": None, "show": None}

# %% [markdown] name="take-it-home"
# ## Take it home
#
# ![A phone shows a robot and a star. Beside it a paper with a stamp in the form of a zellij star.](figures/take_home.svg)
#
# Your project is made of a few things. Each one has a name in your exercises:
#
# | What | Name | Where |
# |---|---|---|
# | your world | `my_map` | My world and its three tests |
# | your robot's program | `program`, or `cards` | My world and its three tests |
# | your examples | `examples` | The sorting robot |
# | your plan | `plan` | Plan: who, problem, data |
# | your slides and your promise | `slides`, `promise` | Show and promise |
#
# Your facilitator makes one page of them. It opens on any phone, without network.
# A nickname may stand on it, your real name need not. Show it at home: let somebody add an example and say the prediction.

# %% [markdown]
# ## Five questions for yourself
#
# Answer each one aloud or on paper. Then open it.
#
# <details>
# <summary>The left sensor sees the line. Where does the robot turn?</summary>
#
# To the left: there is the line. Then it looks again.
#
# </details>
#
# <details>
# <summary>A model sorts new cans well and rusty ones badly. What does it need?</summary>
#
# Examples of rusty cans. What it was never given, it predicts badly.
#
# </details>
#
# <details>
# <summary>The threshold is 80, and two of three neighbors agree. What does the robot do?</summary>
#
# Two of three is 67 of 100. That is below 80, so it asks a human.
#
# </details>
#
# <details>
# <summary>How do you find out whether a test is good?</summary>
#
# It says yes to a good robot, and no to a broken one. So we try both.
#
# </details>
#
# <details>
# <summary>Who answers for what a robot does?</summary>
#
# The people who built it, chose its examples and use it. Never the robot.
#
# </details>
