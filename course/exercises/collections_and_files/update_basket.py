# %% [markdown]
# # The basket
#
# {{girl}} shops for the whole house. The list on the phone changes all the time: grandmother asks for dates, and there is
# mint in the kitchen already. Things come in, things go out. The program below puts things in. It does not take any out yet.

# %% [markdown]
# ## Your task
#
# Change the function `update_basket(basket, bought, put_back)` so that it also takes things out.
# All three are lists of names. The function gives back a **new list**:
#
# 1. First come the things in `basket`, then the things in `bought`, in their order. This part works already.
# 2. Then each thing in `put_back` leaves the list once. If it stands there twice, the first one leaves.
# 3. A thing in `put_back` that is not in the list changes nothing.
# 4. The list `basket` itself stays as it was.
#
# Leave the last two lines of the cell as they are: they try your function on a real Saturday.
#
# **Example:** `update_basket(["bread", "mint"], ["dates"], ["mint"])` gives `["bread", "dates"]`.

# %% given
from ailab import check

# %% answer
def update_basket(basket, bought, put_back):
    filled = list(basket)
    for item in bought:
        filled.append(item)
    ### BEGIN SOLUTION
    for item in put_back:
        if item in filled:
            filled.remove(item)
    ### END SOLUTION
    return filled


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])

# %% try
print(saturday)
print(sunday)

# %% check
check("update_basket")

# %% [markdown]
# You changed a list without spoiling the one you were given. Whoever lent it to you can still rely on it.
