# %% [markdown]
# # From answers to charts
#
# About 40 minutes.
#
# ![A robot holds a magnifying glass over three bars of different height. Beside it stand a palm and a small heap of cards.](figures/detective_robot.svg)
#
# A detective asks, counts and looks closely.
# Today you count answers, draw a chart, and catch a picture that fools the eye.
#
# <details>
# <summary>Do you write programs already? Take this door: challenge first</summary>
#
# Open the exercise **Invert and mirror**. Two functions change any picture there is. Write them.
#
# Was that easy? Then look only at the charts here, and go on.
#
# Was it hard? Come back. Nothing is lost.
#
# </details>

# %% [markdown] phase="predict"
# ## Predict
#
# ![Ten cards lie on a table. On each card is an animal: a fennec with large ears, a stork, or a turtle.](figures/animal_cards.svg)
#
# A club for girls and boys looks for an animal for its jersey.
# Ten answers lie on the table. They are invented.
#
# Which animal was named most? Do not count yet: guess!

# %%
from ailab import t
from ailab.activities import quiz

fennec, stork, turtle = t("fennec"), t("stork"), t("turtle")
quiz(
    "my_guess",
    t("Which animal was named most?"),
    {"fennec": fennec, "stork": stork, "turtle": turtle},
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Now the machine counts. It makes one stroke for each answer. Were you right?

# %%
answers = [stork, fennec, stork, turtle, fennec, stork, turtle, stork, fennec, stork]

for animal in [fennec, stork, turtle]:
    print("|" * answers.count(animal), animal)

# %% [markdown] phase="investigate"
# ## Investigate
#
# Strokes like these are a **tally**. Shepherds, sellers and referees make them too.
# A list of answers to the same question is a **survey**.
#
# ### One card after the other
#
# Try it by hand. Lay each card into its box.

# %%
from ailab.activities import sort_cards

sort_cards(
    "my_boxes",
    {"one": fennec, "two": turtle, "three": fennec, "four": stork, "five": fennec},
    {"fennec": fennec, "stork": stork, "turtle": turtle},
)

# %% try
my_boxes = {"fennec": [], "stork": [], "turtle": []}

# %% [markdown]
# How many lie in each box? That is the tally. Nobody needs to know who wrote which card.
#
# ### Boxes with names in Python
#
# A **dictionary** is a row of boxes, each with a name on it. In each box lies a number.
# Go through the program step by step. What happens to the boxes?

# %%
from ailab.activities import watch

watch("""
counts = {"fennec": 0, "stork": 0}
for answer in ["stork", "fennec", "stork"]:
    if answer == "stork":
        counts["stork"] = counts["stork"] + 1
""")

# %% [markdown]
# The zeros come first. The loop takes the answers one by one, and each stork adds 1 to its box.
# Nobody counts the fennecs yet. In the exercise you will see to it.
#
# ### From numbers to bars
#
# Long cells like the next one draw. You need not read every word.
#
# Numbers are right, but slow to read. A **bar chart** shows them at once: the more answers, the taller the bar.

# %%
import matplotlib.pyplot as plt

counts = {fennec: 3, stork: 5, turtle: 2}

fig, ax = plt.subplots(figsize=(5, 3))
ax.bar(list(counts), list(counts.values()), color="#e07b1a", edgecolor="black")
ax.set_ylabel(t("Answers"));

# %% [markdown]
# Below the bars you read **what** was counted. At the side stand numbers: that is the **axis**. It says **how many**.
#
# ### Read a chart
#
# This chart shows the rain of one year in a harbor town. Town and numbers are invented.
# Each bar is one month, from 1 ({{month_1}}) to 12 ({{month_12}}).

# %%
from ailab import load

rain = load("rain_cities")
harbor = rain[rain["city"] == "old_harbor"]

fig, ax = plt.subplots(figsize=(6, 3))
ax.bar(harbor["month"], harbor["rain_mm"], color="#2b62b3")
ax.set_xticks(range(1, 13))
ax.set_xlabel(t("Month"))
ax.set_ylabel(t("Rain in mm"))
print(list(harbor["rain_mm"]))

# %% [markdown]
# The line above the chart holds the same numbers. Ask three questions of each chart:
#
# - Which bar is the tallest?
# - Are there months without a bar?
# - How high do the numbers at the side go?
#
# ### Same numbers, two pictures
#
# Three sellers sold bunches of mint: 20, 19 and 18. Both charts show these numbers.
# Look first: in which one does the first seller win by far?

# %%
fig, (left, right) = plt.subplots(1, 2, figsize=(7, 3), layout="constrained")
for ax in (left, right):
    ax.bar(["A", "B", "C"], [20, 19, 18], color="#24733a")
    ax.set_ylabel(t("Bunches"))
left.set_ylim(0, 21)
# This axis begins at 17.
right.set_ylim(17, 21);

# %% [markdown]
# On the right we see only the tips of the bars. The numbers are right, and the picture fools the eye all the same.
# So a detective reads the axis first: **does it begin at zero?**

# %% [markdown] phase="modify"
# ## Modify
#
# Change the program, and run it again each time:
#
# 1. Give the turtle 6 answers.
# 2. Add a fourth animal, and its number.
# 3. Let the axis begin at 3: write `ax.set_ylim(3, 7)` in the last line. Which bar is gone? Take the line away again.

# %% try
counts = {fennec: 3, stork: 5, turtle: 2}

fig, ax = plt.subplots(figsize=(5, 3))
ax.bar(list(counts), list(counts.values()), color="#e07b1a", edgecolor="black")
ax.set_ylabel(t("Answers"));

# %% [markdown] phase="make"
# ## Make
#
# Look around you. Count three kinds of things: doors, chairs, windows, trees. Count things only, no people.
#
# Color your chart below: one square for each thing, from the bottom up.
# Leave a white column between two bars. More than eight? Then stop at eight, or take larger squares: one for two things.

# %%
from ailab.activities import pixels

pixels("my_chart", prompt=t("One square for each thing."))

# %% try
my_chart = []

# %% [markdown]
# Would you rather let Python draw it? Write your words and numbers into the cell of **Modify**.
#
# Show your chart to a neighbor. Which question can it answer, and which one can't it?
#
# You now count, draw and read. Next: pictures that are made of numbers.
