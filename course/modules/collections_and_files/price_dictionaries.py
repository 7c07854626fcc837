# %% [markdown]
# # Prices by name
#
# About 50 minutes.
#
# {{boy}} helps at a grocery stall in {{city}}. All day he hears: "How much is the mint? And the olives?" Going through a long list
# each time would be slow. A **dictionary** goes straight to the price, by the name of the thing. At the end of this lesson your
# program writes a receipt.

# %% [markdown] phase="predict"
# ## Predict
#
# Read this program. Do not run it yet.
#
# ```python
# prices = {"mint": 3, "dates": 40}
# prices["mint"] = 2
# prices["olives"] = 24
# print(len(prices))
# print(prices["mint"])
# ```
#
# What will the two lines show? Write it down in the next cell.

# %% try
# Put your two predictions in place of the zeros.
how_many = 0
price_of_mint = 0

# %% [markdown] phase="run"
# ## Run
#
# Run the program. Its last line shows your note, so that you can compare.

# %%
prices = {"mint": 3, "dates": 40}
prices["mint"] = 2
prices["olives"] = 24
print(len(prices))
print(prices["mint"])
print(how_many, price_of_mint)

# %% [markdown] phase="investigate"
# ## Investigate
#
# A dictionary holds pairs. On the left stands the **key**, on the right its **value**.
# Each key exists once: writing to `"mint"` again replaced the old price. Writing to a new key made a new pair.
#
# Keys must be the same to the last letter. The word `in` tells whether a key is there.

# %%
print(prices)
print("mint" in prices)
print("Mint" in prices)
print("saffron" in prices)

# %% [markdown]
# ### When the key is not there
#
# A customer asks for saffron. `prices["saffron"]` would stop the program with a `KeyError`.
# Three ways out are common. Which one gives `None`? Which one gives a value that we choose?

# %%
from ailab import load, t

if "saffron" in prices:
    print(prices["saffron"])
else:
    print(t("we do not have it"))

print(prices.get("saffron"))
print(prices.get("saffron", t("ask tomorrow")))

# %% [markdown]
# Careful with `0`. A thing that is free costs `0`, and that is a price. `None` means: there is no price.
# A program that mixes them up gives saffron away.
#
# ### Going through all pairs
#
# `prices.items()` gives key and value together, pair by pair. The pairs come in the order in which they went in.

# %%
for item, price in prices.items():
    print(item, price)

# %% [markdown]
# ### A dictionary from the data set
#
# The data set `souk_prices` was made by a program: 40 goods, twelve months, prices in whole {{currency}}.
# We take the rows of month 10, {{month_10}}. Two columns become two lists. Things at the same index belong together.

# %%
table = load("souk_prices")
october = table[table["month"] == 10]
items = list(october["item"])
costs = list(october["price"])
prices = {}
for i in range(len(items)):
    prices[items[i]] = costs[i]
print(len(prices))
print(prices["dates"], prices["mint"], prices["eggs"])

# %% [markdown]
# Some words of the data set: `dates`, `mint`, `olives`, `bread`, `eggs`, `almonds`, `honey`, `olive_oil`. Here is what they mean.
#
# | In the code | Meaning |
# |---|---|
# | `dates` | dates, one kilogram |
# | `mint` | mint, one bunch |
# | `olives` | olives, one kilogram |
# | `bread` | one bread |
# | `eggs` | a tray of 30 eggs |
# | `almonds` | almonds, one kilogram |
# | `honey` | honey, one kilogram |
# | `olive_oil` | olive oil, one liter |
#
# ### The receipt
#
# An order is a dictionary too: the item and how many. For each line, the amount is the quantity times the price.
# In the braces, `:<12` means "12 places, to the left" and `:>8` means "8 places, to the right". So numbers stand below each other.

# %%
order = {"dates": 2, "mint": 3, "bread": 5}
total = 0
print("-" * 31)
for item, quantity in order.items():
    amount = quantity * prices[item]
    total = total + amount
    print(f"{item:<12}{quantity:>3} × {prices[item]:>5}{amount:>8}")
print("-" * 31)
print(f"{total:>31}", t("Total"))

# %% [markdown]
# ### A list of dictionaries
#
# One dictionary can describe one thing with several facts. Many such dictionaries go into a list.
# To sort them, we tell `sorted` what to look at: a small function that gives the price of one thing.

# %%
stock = []
for item in ["honey", "bread", "almonds"]:
    stock.append({"item": item, "price": prices[item]})


def price_of(good):
    return good["price"]


for good in sorted(stock, key=price_of):
    print(good["item"], good["price"])

# %% [markdown]
# ### Counting with a dictionary
#
# How many goods stand on each shelf of the market? The key is the shelf, the value is the count so far.
# `counts.get(shelf, 0)` gives 0 when a shelf comes for the first time.
#
# First with four goods, step by step. Then with the whole table.

# %%
from ailab.activities import watch

watch("""
counts = {}
for shelf in ["fruit", "nuts", "fruit", "herbs"]:
    counts[shelf] = counts.get(shelf, 0) + 1
""")

# %%
counts = {}
for shelf in october["shelf"]:
    counts[shelf] = counts.get(shelf, 0) + 1
print(counts)

# %% [markdown] phase="modify"
# ## Modify
#
# Here is the receipt again. Change it step by step:
#
# 1. Put two kilograms of `olives` into the order.
# 2. Somebody orders `"tea cups"`. The stall has none. Let the program write the name and a `?`, and go on.
# 3. Let it also print how many different things were really sold.

# %% try
order = {"dates": 2, "mint": 3, "bread": 5}
total = 0
for item, quantity in order.items():
    amount = quantity * prices[item]
    total = total + amount
    print(f"{item:<12}{quantity:>3} × {prices[item]:>5}{amount:>8}")
print(total)

# %% [markdown] phase="make"
# ## Make
#
# A tram driver keeps count of the trips. The list below holds the line of each trip of a morning. Write a program that
# builds a dictionary: each line, and how many trips it made. Then let it print the line with the most trips.

# %% try
trips = ["red", "blue", "red", "green", "red", "blue"]

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# ```python
# counts = {}
# for line in trips:
#     counts[line] = counts.get(line, 0) + 1
# busiest = trips[0]
# for line in counts:
#     if counts[line] > counts[busiest]:
#         busiest = line
# print(counts, busiest)
# ```
#
# </details>
#
# Your receipt is on the screen now. In the next lesson it goes into a file, and comes back.
