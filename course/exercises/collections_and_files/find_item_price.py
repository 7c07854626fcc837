# %% [markdown]
# # What does it cost?
#
# {{boy}} answers the phone at a small grocery stall in {{city}}. "How much is the mint? Do you have saffron?"
# Some callers ask for things the stall does not sell. The paper bag is free, and some callers ask for that too.

# %% [markdown]
# ## Your task
#
# Write the function `find_price(prices, item)`. `prices` is a dictionary: names of goods, each with its price.
# `item` is the name the caller says. The function gives back:
#
# - the price, when the item is in the dictionary;
# - `None`, when it is not.
#
# A price of `0` is a price: it means free. A name counts only when it is exactly the same: `"date"` is not `"dates"`.
#
# **Examples:** `find_price(prices, "mint")` gives `3`. `find_price(prices, "saffron")` gives `None`.

# %% given
from ailab import check

prices = {"dates": 40, "mint": 3, "olives": 24, "paper bag": 0}

# %% answer
def find_price(prices, item):
    ### BEGIN SOLUTION
    if item in prices:
        return prices[item]
    return None
    ### END SOLUTION

# %% try
for item in ["mint", "saffron", "paper bag"]:
    print(item, find_price(prices, item))

# %% check
check("find_item_price")

# %% [markdown]
# A dictionary finds a price without going through the whole list. And your program goes on when the answer is "we do not have it".
