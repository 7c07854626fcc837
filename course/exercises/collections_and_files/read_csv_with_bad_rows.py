# %% [markdown]
# # A file with bad rows
#
# Four helpers counted the goods of a cooperative and typed them into one file. Some were in a hurry.
# A number became a word, a name is missing, a comma stands where none should be.
# Before we compute anything, we count: how many rows can we keep, and how many must we drop?

# %% [markdown]
# ## What a good row is
#
# The first row of the file is the **header**: it names the columns and is not counted. After it, a row is good when:
#
# 1. it has exactly three fields: item, quantity, price;
# 2. its item is not empty;
# 3. its quantity and its price are whole numbers, written with digits only, as in `12`.
#
# All other rows are bad. An empty line is no row at all: it is not counted.
# A name in quotes may hold a comma: `"olives, green",2,24` has three fields and is good.

# %% given
import csv

from ailab import check

text = """item,quantity,price
mint,3,2
dates,1,40
,2,15
"olives, green",2,24
bread,six,2
tomatoes,4

eggs,30,2
honey,1,
onions,5,4,3
milk,1.5,8
"""
print(text)

# %% [markdown]
# ## First with your eyes
#
# Go through the text above, row by row. Set `kept_by_eye` to the number of good rows and `dropped_by_eye` to the number of bad rows.

# %% answer
### BEGIN SOLUTION
kept_by_eye = 4
dropped_by_eye = 6
### END SOLUTION

# %% [markdown]
# ## Then with a program
#
# Write the function `count_rows(text)`. It gets the text of such a file and gives back a dictionary with two keys:
# `"kept"` for the number of good rows, `"dropped"` for the number of bad rows.
#
# Two tools help: `csv.reader(text.splitlines())` gives one list of fields for each line, and `field.isdigit()` tells whether
# a field holds digits only. An empty line comes as an empty list.
#
# **Example:** `count_rows("item,quantity,price\nmint,3,2\nbread,six,2\n")` gives `{"kept": 1, "dropped": 1}`.

# %% answer
def count_rows(text):
    ### BEGIN SOLUTION
    rows = list(csv.reader(text.splitlines()))
    counts = {"kept": 0, "dropped": 0}
    for row in rows[1:]:
        if not row:
            continue
        if len(row) == 3 and row[0] != "" and row[1].isdigit() and row[2].isdigit():
            counts["kept"] += 1
        else:
            counts["dropped"] += 1
    return counts
    ### END SOLUTION

# %% try
print(count_rows(text))

# %% check
check("read_csv_with_bad_rows")

# %% [markdown]
# Kept and dropped together make all rows: nothing got lost in silence. Whoever works with data says both numbers.
