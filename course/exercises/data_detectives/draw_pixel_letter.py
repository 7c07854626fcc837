# %% [markdown]
# # Draw a letter in pixels
#
# ![Three boards of eight by eight squares. Board one: a T with a bar two squares high and a stem two squares wide. Board two: an Arabic lam, its stem on the right, its bowl open to the left. Board three: the Amazigh letter yaz, two bows back to back with a stem between them.](figures/three_letters.svg)
#
# A picture on a screen is made of small squares, the **pixels**.
# Here 0 is white and 1 is black.

# %% [markdown] form="pad"
# ## Your task
#
# - Choose one of the three letters.
# - Color its squares black, as on its board.
# - A few wrong squares do no harm.

# %% [markdown] form="python"
# ## Your task
#
# Choose one of the three letters, and write its short name into `letter`: `"t"`, `"lam"` or `"yaz"`.
# Then build its picture: `picture` is a list of 8 rows, and each row is a list of 8 numbers. White is 0, black is 1.
#
# `picture[0]` is the top row, `picture[0][7]` the last square in it. You can type the rows, or let loops color the squares.
# At least 58 of the 64 squares have to be as on the board. These are the rows, with `#` for black:
#
# | Row | `"t"` | `"lam"` | `"yaz"` |
# |---|---|---|---|
# | 0 | `########` | `.....##.` | `#..##..#` |
# | 1 | `########` | `.....##.` | `#..##..#` |
# | 2 | `...##...` | `.....##.` | `.#.##.#.` |
# | 3 | `...##...` | `.....##.` | `..####..` |
# | 4 | `...##...` | `.....##.` | `..####..` |
# | 5 | `...##...` | `##...##.` | `.#.##.#.` |
# | 6 | `...##...` | `##...##.` | `#..##..#` |
# | 7 | `...##...` | `.#####..` | `#..##..#` |
#
# **Example:** a picture of 2 rows, black only in its top left corner, is `[[1, 0], [0, 0]]`.

# %% given
from ailab import check

# %% given form="pad"
from ailab import t
from ailab.activities import pixels, quiz

quiz("letter", t("Which letter do you draw?"), {"t": t("Board 1: T"), "lam": t("Board 2: lam"), "yaz": t("Board 3: yaz")})

# %% given form="pad"
pixels("picture", prompt=t("Color the squares of your letter."))

# %% given form="python"
def show(picture):
    for row in picture:
        print(" ".join("#" if number == 1 else "." if number == 0 else "?" for number in row))

# %% answer form="pad"
letter = ""
picture = []
### BEGIN SOLUTION
letter = "yaz"
picture = [
    [1, 0, 0, 1, 1, 0, 0, 1],
    [1, 0, 0, 1, 1, 0, 0, 1],
    [0, 1, 0, 1, 1, 0, 1, 0],
    [0, 0, 1, 1, 1, 1, 0, 0],
    [0, 0, 1, 1, 1, 1, 0, 0],
    [0, 1, 0, 1, 1, 0, 1, 0],
    [1, 0, 0, 1, 1, 0, 0, 1],
    [1, 0, 0, 1, 1, 0, 0, 1],
]
### END SOLUTION
letter

# %% answer form="python"
letter = "t"
picture = [[0, 0, 0, 0, 0, 0, 0, 0] for row in range(8)]
### BEGIN SOLUTION
letter = "t"
picture = [[0, 0, 0, 0, 0, 0, 0, 0] for row in range(8)]
for row in range(8):
    picture[row][3] = 1
    picture[row][4] = 1
for column in range(8):
    picture[0][column] = 1
    picture[1][column] = 1
### END SOLUTION
show(picture)

# %% check
check("draw_pixel_letter")

# %% [markdown]
# For a computer your letter is 64 numbers. Every photo is such a table, only much larger.
