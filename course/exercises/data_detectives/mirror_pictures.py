# %% [markdown]
# # Invert and mirror
#
# ![Three boards of squares. The first shows a small boat, black on white, with its flag on the left. In the second, black and white have changed places. In the third the boat is black again, with its flag on the right.](figures/boat_three_ways.svg)
#
# A picture is a table of numbers. White is 0, black is 1.
# Change the numbers, and the picture changes.

# %% [markdown] form="pad"
# ## Your task
#
# You build two machines. They change any picture of 8 rows and 8 columns.
#
# - Machine 1 inverts: black turns white, white turns black.
# - Say what it makes of each square.
# - Machine 2 mirrors: what was left is right.
# - Put its columns in the new order.

# %% [markdown] form="python"
# ## Your task
#
# Both functions below get a picture, a list of rows, and give back a picture. As they stand they only copy it.
# Change each of them:
#
# - `inverted(picture)`: what was white (0) becomes black (1), and what was black becomes white.
# - `mirrored(picture)`: left and right change places. The rows stay where they are.
#
# **Example:** `inverted([[1, 0], [0, 0]])` gives `[[0, 1], [1, 1]]`, and `mirrored([[1, 0], [0, 0]])` gives `[[0, 1], [0, 0]]`.

# %% given
from ailab import check

boat = [
    [0, 0, 0, 1, 0, 0, 0, 0],
    [0, 1, 1, 1, 0, 0, 0, 0],
    [0, 1, 1, 1, 0, 0, 0, 0],
    [0, 0, 0, 1, 0, 0, 0, 0],
    [0, 0, 0, 1, 0, 0, 0, 0],
    [1, 1, 1, 1, 1, 1, 1, 1],
    [0, 1, 1, 1, 1, 1, 1, 0],
    [0, 0, 1, 1, 1, 1, 0, 0],
]


def show(picture):
    for row in picture:
        print(" ".join("#" if number == 1 else "." if number == 0 else "?" for number in row))
    print()


show(boat)

# %% given form="pad"
from ailab import t
from ailab.activities import parsons, quiz

numbers = {"white": 0, "black": 1}


def inverted(picture):
    becomes = {0: numbers.get(white_becomes), 1: numbers.get(black_becomes)}
    return [[becomes[number] for number in row] for row in picture]


def mirrored(picture):
    return [[row[int(column) - 1] for column in columns] for row in picture]

# %% given form="pad"
quiz(
    "white_becomes",
    t("Machine 1: what does it make of a white square?"),
    {"white": t("a white square"), "black": t("a black square")},
)

# %% given form="pad"
quiz(
    "black_becomes",
    t("Machine 1: what does it make of a black square?"),
    {"white": t("a white square"), "black": t("a black square")},
)

# %% given form="pad"
parsons(
    "columns",
    steps={"1": "1", "2": "2", "3": "3", "4": "4", "5": "5", "6": "6", "7": "7", "8": "8"},
    prompt=t("Machine 2: put the columns in their new order, from left to right."),
)

# %% answer form="pad"
white_becomes = "white"
black_becomes = "black"
columns = ["1", "2", "3", "4", "5", "6", "7", "8"]
### BEGIN SOLUTION
white_becomes = "black"
black_becomes = "white"
columns = ["8", "7", "6", "5", "4", "3", "2", "1"]
### END SOLUTION
show(inverted(boat))
show(mirrored(boat))

# %% answer form="python"
def inverted(picture):
    result = []
    for row in picture:
        new_row = []
        for number in row:
            new_row.append(number)
        result.append(new_row)
    return result


def mirrored(picture):
    result = []
    for row in picture:
        new_row = []
        for number in row:
            new_row.append(number)
        result.append(new_row)
    return result
### BEGIN SOLUTION
def inverted(picture):
    result = []
    for row in picture:
        new_row = []
        for number in row:
            new_row.append(1 - number)
        result.append(new_row)
    return result


def mirrored(picture):
    result = []
    for row in picture:
        new_row = []
        for number in row:
            new_row.insert(0, number)
        result.append(new_row)
    return result
### END SOLUTION
show(inverted(boat))
show(mirrored(boat))

# %% check
check("mirror_pictures")

# %% [markdown]
# You did not touch a single square by hand. You changed numbers, for any picture there is.
