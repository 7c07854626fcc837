# %% [markdown]
# # Pictures are numbers
#
# About 40 minutes.
#
# ![Left: a palm. In the middle: a camera. Right: the same palm, made of black and white squares.](figures/palm_in_squares.svg)
#
# You look at a palm and see a palm. What does a camera give to a machine?
# Squares, and a number for each of them. Today you read these numbers.

# %% [markdown] phase="predict"
# ## Predict
#
# Here are 8 rows of numbers. Take squared paper if you have some.
# Color a square for each 1. Leave it white for each 0.

# %%
secret = [
    [0, 1, 1, 0, 0, 1, 1, 0],
    [1, 0, 0, 1, 1, 0, 0, 1],
    [0, 0, 1, 1, 1, 1, 0, 0],
    [0, 1, 0, 1, 1, 0, 1, 0],
    [0, 0, 0, 1, 1, 0, 0, 0],
    [0, 0, 0, 1, 1, 0, 0, 0],
    [0, 0, 0, 1, 1, 0, 0, 0],
    [0, 1, 1, 1, 1, 1, 1, 0],
]

# %%
from ailab import t
from ailab.activities import quiz

quiz(
    "my_guess",
    t("What will the picture show?"),
    {"fish": t("a fish"), "palm": t("a palm"), "house": t("a house")},
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Let the machine color the squares. Were you right?

# %%
from ailab.activities import pixels

board = pixels("secret_picture", prompt=t("Here is the picture."))
board.take(secret)
board

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### Small squares
#
# Each square is a **pixel**. A pixel holds a number: here 0 is white and 1 is black.
# Look at a screen through a drop of water: it is made of pixels, too.
#
# A camera measures how bright each square is, and writes down a number. It finds no palm there.
# For the machine, this picture is 8 times 8 numbers, and that is 64.
#
# ### Row and column
#
# Each pixel has an address: first the row, then the column. Counting begins at 0, in the top left corner.
#
# | Code | What it is |
# |---|---|
# | `secret[0]` | the top row |
# | `secret[0][1]` | in the top row, the second square |
# | `secret[7][0]` | the square in the bottom left corner |
#
# Which number will come last? Say it aloud, then run.

# %%
print(secret[0])
print(secret[0][1])
print(secret[1][3])

# %% [markdown]
# ### Not only black and white
#
# Draw with the pen. Some squares get lighter, some get darker: these numbers go from 0 to 16.

# %%
from ailab.activities import draw

draw("my_drawing", prompt=t("Draw something round."))

# %% try
my_drawing = []

# %% [markdown]
# A color photo has three such numbers for each pixel, and millions of pixels.
#
# ### Change numbers, change the picture
#
# Here is one row of a gray picture. The loop goes through its numbers and makes a new row of black and white.
# `append` puts a number at the end of a list.

# %%
gray_row = [2, 15, 9, 0, 4, 16, 12, 1]

new_row = []
for number in gray_row:
    if number > 8:
        new_row.append(1)
    else:
        new_row.append(0)

new_row

# %% [markdown]
# The numbers changed, and each one stayed in its place.
#
# ### Change places
#
# `insert(0, …)` puts something at the beginning of a list. Each row goes before those that are there already.
# What will the picture look like? Say it aloud, then run.

# %%
new_picture = []
for row in secret:
    new_picture.insert(0, row)

board = pixels("new_board", prompt=t("What has happened to the palm?"))
board.take(new_picture)
board

# %% [markdown]
# The first row is the last one now: the palm stands on its head. No number was changed, only the places.
#
# ### Numbers or places?
#
# ![Three boards of squares. The first shows a small boat, black on white, with its flag on the left. In the second, black and white have changed places. In the third the boat is black again, with its flag on the right.](figures/boat_three_ways.svg)
#
# Three pictures of a boat. From the first to the second, the **numbers** changed.
# From the first to the third, the **places** changed. What changes on these cards?

# %%
from ailab.activities import sort_cards

sort_cards(
    "my_changes",
    {
        "invert": t("Black turns white, and white turns black."),
        "mirror": t("Left and right change places."),
        "head": t("Top and bottom change places."),
        "clear": t("All squares turn white."),
    },
    {"numbers": t("Numbers change"), "places": t("Places change")},
)

# %% try
my_changes = {"numbers": [], "places": []}

# %% [markdown] phase="modify"
# ## Modify
#
# Change the palm, one pixel at a time:
#
# 1. The two outer squares of the bottom row become black.
# 2. The palm gets a date: one black square below a leaf.
# 3. Take one leaf away.

# %% try
secret[7][0] = 1
board = pixels("changed_palm", prompt=t("My palm"))
board.take(secret)
board

# %% [markdown] phase="make"
# ## Make
#
# Draw a small picture. Tell nobody what it is.
#
# Then read your rows to a neighbor: zero, one, one … The neighbor colors them on paper.
# Does the same picture come out? Then you have sent a picture as numbers.

# %%
pixels("my_picture", prompt=t("Draw a secret picture."))

# %% try
my_picture = []

# %% [markdown]
# You can now turn pictures into numbers, and back. Next: which numbers are good clues?
