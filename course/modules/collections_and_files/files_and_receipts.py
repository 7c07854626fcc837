# %% [markdown]
# # Files and receipts
#
# About 60 minutes.
#
# When a program ends, its lists and dictionaries are gone. A **file** stays. {{woman}} runs a cooperative that sells olives and honey:
# her program writes the day into a file, and her accountant opens it in a spreadsheet. In this lesson you read such files
# and find the bad rows in them. Then you write a file that comes back without loss.
#
# ![A till receipt, then a sheet with rows and columns, then the same receipt. Arrows lead from one to the next.](figures/there_and_back.svg)

# %% [markdown] phase="predict"
# ## Predict
#
# A line of a file is text. Here a program cuts one in pieces. Do not run it yet.
#
# ```python
# line = "mint,9,10"
# fields = line.split(",")
# print(fields[1] + fields[2])
# print(fields[1] < fields[2])
# ```
#
# What will the two lines show? Write your prediction into the next cell.

# %% try
# Put your two predictions between the quotes.
first_line = ""
second_line = ""

# %% [markdown] phase="run"
# ## Run
#
# Run it. The last line shows your note, so that you can compare.

# %%
line = "mint,9,10"
fields = line.split(",")
print(fields[1] + fields[2])
print(fields[1] < fields[2])
print(first_line, second_line)

# %% [markdown] phase="investigate"
# ## Investigate
#
# Surprised? Most people are, the first time. `"9"` and `"10"` are texts here. Adding texts puts them side by side.
# Comparing texts goes letter by letter, as in a word list, and `"9"` comes after `"1"`.
# What comes from a file is text. `int("9")` makes a number of it.
#
# ### Open a file
#
# The file `souk_prices.csv` in the folder `data` holds the prices you know, made by a program.
# `open` opens it. `with` closes it again, even when something goes wrong. `encoding="utf-8"` lets every alphabet arrive unharmed.

# %%
with open("data/souk_prices.csv", encoding="utf-8") as file:
    text = file.read()

lines = text.splitlines()
for line in lines[:4]:
    print(line)
print(len(lines))

# %% [markdown]
# The first line is the **header**. It names the columns and is no row of data. How many rows are there then?
#
# Files like this are called CSV: *comma-separated values*. Every spreadsheet opens them.
# `csv.reader` cuts each line into a list of fields. We leave out the header with `[1:]`.

# %%
import csv

rows = list(csv.reader(lines))
header = rows[0]
rows = rows[1:]
print(header)
print(rows[0])
print(len(rows))

# %% [markdown]
# ### From text to numbers
#
# With numbers we can compute. Here is the mean price of mint over the year. The price is the fifth field, so its index is 4.

# %%
mint = []
for row in rows:
    if row[0] == "mint":
        mint.append(int(row[4]))
print(mint)
print(sum(mint) / len(mint))

# %% [markdown]
# ### A comma inside a name
#
# Green olives are written `olives, green`. The comma belongs to the name, so the file puts the name in quotes.
# Compare what `split` makes of the line with what `csv.reader` makes of it.

# %%
line = '"olives, green",2,24'
print(line.split(","))
print(next(csv.reader([line])))

# %% [markdown]
# ### Bad rows
#
# People type files, and people get tired. Below, one row has a word instead of a number, one has lost a field, and one is empty.
# An empty line is no row at all. The other two are bad. We drop them, and we count them: nothing may get lost in silence.
#
# `isdigit()` tells whether a text holds digits only. The program prints two counts: kept, then dropped.

# %%
typed = ["item,quantity,price", "mint,3,2", "bread,six,2", "", "eggs,30", "dates,1,40"]
kept = []
dropped = []
for row in list(csv.reader(typed))[1:]:
    if len(row) == 0:
        continue
    if len(row) == 3 and row[1].isdigit() and row[2].isdigit():
        kept.append(row)
    else:
        dropped.append(row)
print(len(kept), len(dropped))

# %% [markdown]
# ### Write a file
#
# Now the other way. `csv.writer` writes rows and puts quotes where a name needs them. To try it out, we write into `io.StringIO()`:
# a file that lives in memory. `getvalue()` gives its text.

# %%
import io

bill = [["olives, green", 2, 24], ['cheese "jben"', 1, 30]]
file = io.StringIO()
writer = csv.writer(file)
writer.writerow(["item", "quantity", "price"])
for line in bill:
    writer.writerow(line)
text = file.getvalue()
print(text)

# %% [markdown]
# Look at the cheese: its name already holds quotes. The writer doubled them, so that a reader can tell them from its own.
#
# ### There and back
#
# Does the bill survive the trip? We read the text and compare. Then we print the receipt from what came back.

# %%
again = []
for item, quantity, price in list(csv.reader(text.splitlines()))[1:]:
    again.append([item, int(quantity), int(price)])
print(again)
print(again == bill)

# %%
from ailab import t

total = 0
print("-" * 34)
for item, quantity, price in again:
    total = total + quantity * price
    print(f"{item:<16}{quantity:>3} × {price:>5}{quantity * price:>7}")
print("-" * 34)
print(f"{total:>34}", t("Total"))

# %% [markdown] phase="modify"
# ## Modify
#
# Change the program below, and run it after each step:
#
# 1. Leave out `int` around the price, and look at the price of two pieces. What went wrong? Put it back.
# 2. Let the program print how many rows it dropped.
# 3. A good row must also have an item that is not empty. Add this rule and a row that breaks it.

# %% try
typed = ["item,quantity,price", "honey,2,180", "olive_oil,one,75", "figs,3,60"]
for row in list(csv.reader(typed))[1:]:
    if len(row) == 3 and row[1].isdigit() and row[2].isdigit():
        print(row[0], 2 * int(row[2]))

# %% [markdown] phase="make"
# ## Make
#
# A well has a notebook: each line holds a day and the buckets drawn on it. Somebody typed it into the list below.
# Write a program that drops the bad rows. It prints the sum of all buckets, and how many rows it dropped.
#
# When it works, write the good rows into a real file. `open("well.csv", "w", encoding="utf-8", newline="")` opens a new file for writing.
# You will find it beside this notebook, and a spreadsheet opens it.

# %% try
notebook = ["day,buckets", "1,14", "2,many", "3,9", "", "4,11,5", "5,16"]

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# ```python
# good = []
# dropped = 0
# total = 0
# for row in list(csv.reader(notebook))[1:]:
#     if len(row) == 0:
#         continue
#     if len(row) == 2 and row[1].isdigit():
#         good.append(row)
#         total = total + int(row[1])
#     else:
#         dropped = dropped + 1
# print(total, dropped)
#
# with open("well.csv", "w", encoding="utf-8", newline="") as file:
#     writer = csv.writer(file)
#     writer.writerow(["day", "buckets"])
#     writer.writerows(good)
# ```
#
# </details>
#
# ## Five questions for yourself
#
# Answer each one aloud or on paper. Then open it.
#
# <details>
# <summary>A list has five things. Which index has the last one?</summary>
#
# Index 4, because counting starts at 0. `-1` works too.
#
# </details>
#
# <details>
# <summary>What does `friday = thursday` do when `thursday` is a list?</summary>
#
# It gives the same list a second name. A change under one name shows under the other. `list(thursday)` makes a copy.
#
# </details>
#
# <details>
# <summary>How do you ask a dictionary for a key that may not be there?</summary>
#
# Look with `in` first, or use `get`, which gives `None` when the key is missing.
#
# </details>
#
# <details>
# <summary>A search for the largest number starts from 0. For which lists does it go wrong?</summary>
#
# For lists whose numbers are all below zero. Start from the first number of the list.
#
# </details>
#
# <details>
# <summary>A file has 51 lines, one of them the header, one of them empty. You kept 46 rows. How many did you drop?</summary>
#
# There are 49 rows: 51 lines without the header and without the empty line. So you dropped 3.
#
# </details>
