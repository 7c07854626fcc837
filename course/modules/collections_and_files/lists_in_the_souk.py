# %% [markdown]
# # A list for the souk
#
# About 50 minutes.
#
# {{girl}} goes to the souk for the whole house. The list in her hand changes all the time: something is added, something is
# crossed out. A program keeps such a list too. In this lesson you fill a list, change it and go through it.
# At the end you find the cheapest month for tomatoes.
#
# ![Four boxes in a row: a bread, a sprig of mint, two olives, a date. Their tags have no dot, one dot, two dots, three dots.](figures/numbered_boxes.svg)

# %% [markdown] phase="predict"
# ## Predict
#
# Read this program slowly. Do not run anything yet.
#
# ```python
# basket = ["bread", "mint", "olives"]
# basket.append("dates")
# basket.remove("mint")
# print(basket[1])
# print(len(basket))
# ```
#
# What will the two lines show? Write your prediction into the next cell, and run it. It is your note, nobody marks it.

# %% try
# Put your two predictions between the quotes.
first_line = ""
second_line = ""

# %% [markdown] phase="run"
# ## Run
#
# Now run the same program. The last line of the cell shows your note, so that you can compare.

# %%
basket = ["bread", "mint", "olives"]
basket.append("dates")
basket.remove("mint")
print(basket[1])
print(len(basket))
print(first_line, second_line)

# %% [markdown] phase="investigate"
# ## Investigate
#
# > Was something different? Then you found something worth knowing.
#
# A **list** keeps many things in order under one name. Each thing has a place with a number, its **index**.
# The first index is 0, like the tag without a dot in the picture. So `basket[1]` is the *second* thing.
# Counting from the end works too: `basket[-1]` is the last one.
#
# The list has three things now, so its indexes are 0, 1 and 2. What happens when we ask for `basket[3]`?
# Python stops with an `IndexError`. The end of the next cell catches the error and shows its words.

# %%
print(basket)
# The first, the last, and how many.
print(basket[0])
print(basket[-1])
print(len(basket))
# Is there mint?
print("mint" in basket)
try:
    print(basket[3])
except IndexError as error:
    print("IndexError:", error)

# %% [markdown]
# ### Two names, one list
#
# {{girl}} wants to keep Saturday's list and write a new one for Sunday. Here are two ways. Go through them step by step, and
# watch the lists: which of them change?

# %%
from ailab.activities import watch

watch("""
saturday = ["bread", "mint"]
second_name = saturday
second_name.append("eggs")
print(saturday)

saturday = ["bread", "mint"]
copy = list(saturday)
copy.append("eggs")
print(saturday)
""")

# %% [markdown]
# In the first half, `second_name` is a second name for the *same* list: the eggs turn up in `saturday` too.
# In the second half, `list(saturday)` makes a copy. Now each list goes its own way.
# When a list was given to you, work on a copy. Somebody may still need the old one.
#
# ### One after the other
#
# A `for` loop takes the things out of a list one by one. A variable beside it remembers what we need.
# Here it remembers the sum so far. Go step by step, and watch it grow.

# %%
watch("""
prices = [2, 3, 24, 40]
total = 0
for price in prices:
    total = total + price
print(total)
""")

# %% [markdown]
# ### In order
#
# There are two ways to sort, and they are easy to mix up. `sorted(prices)` gives back a *new* list.
# `prices.sort()` changes the list itself and gives back `None`, which means "nothing".

# %%
prices = [24, 2, 40, 3]
print(sorted(prices))
print(prices)
print(prices.sort())
print(prices)

# %% [markdown]
# ### A year of tomatoes
#
# The data set `souk_prices` holds 40 goods and their prices in each month. A program made it, with seasons and a bit of chance:
# it is *synthetic*, not measured at a real souk. Prices are in whole {{currency}}.
#
# The last line but one picks the twelve prices of one kilogram of tomatoes. How such picking works comes in a later module.
# Here we need the list that it gives.

# %%
from ailab import load, t

table = load("souk_prices")
tomatoes = list(table["price"][table["item"] == "tomatoes"])
print(tomatoes)

# %% [markdown]
# Which month is the cheapest? We go through the list like a shopper who keeps the best offer in mind.
# We start with the first price of the list, and change our mind when a lower one comes.
# Index 0 is {{month_1}}, index 11 is {{month_12}}: the month is the index plus one.

# %%
best = 0
for i in range(len(tomatoes)):
    if tomatoes[i] < tomatoes[best]:
        best = i
print(t("Month"), best + 1)
print(t("Price"), tomatoes[best])

# %% [markdown]
# A picture shows the whole year at once. The lines printed below it say the same in numbers.

# %%
import matplotlib.pyplot as plt

months = list(range(1, 13))
plt.bar(months, tomatoes, color="tomato", edgecolor="black")
plt.xticks(months)
plt.xlabel(t("Month"))
plt.ylabel(t("Price of one kilogram"))
plt.title(t("Tomatoes through the year"))
plt.show()
for month in months:
    print(month, tomatoes[month - 1])

# %% [markdown] phase="modify"
# ## Modify
#
# Change the program below, one step at a time. Run it after each step.
#
# 1. Let it look at `"oranges"` instead of tomatoes.
# 2. Let it find the *dearest* month instead of the cheapest. One sign must change.
# 3. Let it also print how many months cost more than in {{month_1}}. You need a variable that counts.

# %% try
chosen = list(table["price"][table["item"] == "tomatoes"])
best = 0
for i in range(len(chosen)):
    if chosen[i] < chosen[best]:
        best = i
print(t("Month"), best + 1)
print(t("Price"), chosen[best])

# %% [markdown] phase="make"
# ## Make
#
# {{boy}} trains for the football team. The list holds his minutes of training on seven days. Write a program that prints:
#
# - the sum of all minutes;
# - the number of days without training;
# - a new list without the zeros. The list `minutes` must stay as it is.
#
# Write one part, run it, then write the next.

# %% try
minutes = [45, 0, 60, 30, 0, 90, 20]

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# ```python
# total = 0
# rest_days = 0
# active = []
# for day in minutes:
#     total = total + day
#     if day == 0:
#         rest_days = rest_days + 1
#     else:
#         active.append(day)
# print(total, rest_days, active)
# ```
#
# </details>
#
# Now you can put many things under one name. Next comes a way to find one of them at once, by its name.
