# %% [markdown]
# # Put the shelf in order
#
# {{man}} sells dry fruit. The jars stand as they came from the truck. Customers ask for the cheapest ones first.
# His helper sorts the way hands do: take the cheapest jar out, put it down, and again, until the shelf is empty.

# %% [markdown]
# ## Part one: lines in disorder
#
# `stock` is a list. Each thing in it is a dictionary with the keys `"item"` and `"price"`.
# The function `sort_stock(stock)` gives back a **new list** with the same dictionaries, cheapest first.
# When two prices are equal, the one that came first in `stock` stays first. The list `stock` itself stays as it was.
#
# Below are all the lines inside the function, in the wrong order. Their indentation is right. Write them in the right order:
#
# 1. **Prepare:** a copy of the stock, and an empty list for the result.
# 2. **Search:** as long as something is left, look for the cheapest of what is left.
# 3. **Move:** take the cheapest out of what is left, and put it at the end of the result.
# 4. **Give back** the result.
#
# ```python
#         ordered.append(cheapest)
#             if good["price"] < cheapest["price"]:
#     left = list(stock)
#         cheapest = left[0]
#     return ordered
#                 cheapest = good
#         for good in left:
#     ordered = []
#         left.remove(cheapest)
#     while left:
# ```
#
# Leave the last two parts of the cell, `shelf` and `price_list`, as they are. Another program that does the same counts too.

# %% given
from ailab import check

# %% answer
def sort_stock(stock):
    ### BEGIN SOLUTION
    left = list(stock)
    ordered = []
    while left:
        cheapest = left[0]
        for good in left:
            if good["price"] < cheapest["price"]:
                cheapest = good
        left.remove(cheapest)
        ordered.append(cheapest)
    return ordered
    ### END SOLUTION


shelf = [
    {"item": "dates", "price": 40},
    {"item": "walnuts", "price": 110},
    {"item": "raisins", "price": 9},
    {"item": "figs", "price": 60},
]
price_list = sort_stock(shelf)

# %% try
for good in price_list or []:
    print(good["item"], good["price"])

# %% [markdown]
# ## Part two: find one jar
#
# Write the function `find_item(stock, name)`. It gives back the dictionary whose `"item"` is `name`,
# or `None` when there is none.
#
# **Example:** `find_item(shelf, "figs")` gives `{"item": "figs", "price": 60}`.

# %% answer
def find_item(stock, name):
    ### BEGIN SOLUTION
    for good in stock:
        if good["item"] == name:
            return good
    return None
    ### END SOLUTION

# %% try
print(find_item(shelf, "figs"))
print(find_item(shelf, "pepper"))

# %% check
check("sort_stock")

# %% [markdown]
# You built a sort from small steps: search, move, repeat. This one is called *selection sort*.
