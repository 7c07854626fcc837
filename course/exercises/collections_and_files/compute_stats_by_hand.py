# %% [markdown]
# # Coldest, warmest, mean
#
# {{woman}} keeps bees in the hills. Every night she writes down the temperature beside the hives, in whole degrees.
# Bees stay close together when it is cold. Three numbers tell her how the week was: the coldest night, the warmest night and the mean.

# %% [markdown]
# ## Your task
#
# Write three functions. Each one gets a list `numbers` with at least one number:
#
# - `smallest(numbers)` gives back the smallest number;
# - `largest(numbers)` gives back the largest number;
# - `mean(numbers)` gives back the sum of all numbers divided by how many there are. Do not round it.
#
# Python has ready-made words for this. Here we do it by hand, with a loop, to see how they work.
# Put a loop into each function. Leave out `min`, `max`, `sum`, `sorted` and `sort`, and import nothing. `len` is allowed.
#
# The functions must be right for any numbers: far below zero, or far above a thousand.
#
# **Example:** for `[4, -2, 7]` they give `-2`, `7` and `3.0`.

# %% given
from ailab import check

week = [4, -2, 7, 3, -5, 0, 2]

# %% answer
def smallest(numbers):
    ### BEGIN SOLUTION
    found = numbers[0]
    for number in numbers:
        if number < found:
            found = number
    return found
    ### END SOLUTION

# %% answer
def largest(numbers):
    ### BEGIN SOLUTION
    found = numbers[0]
    for number in numbers:
        if number > found:
            found = number
    return found
    ### END SOLUTION

# %% answer
def mean(numbers):
    ### BEGIN SOLUTION
    total = 0
    for number in numbers:
        total = total + number
    return total / len(numbers)
    ### END SOLUTION

# %% try
print(smallest(week), largest(week), mean(week))

# %% check
check("compute_stats_by_hand")

# %% [markdown]
# One loop and one variable that remembers: so you can sum up a list of any length. The ready-made words do the same inside.
