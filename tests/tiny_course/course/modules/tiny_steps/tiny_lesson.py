# %% [markdown]
# # Twice as much
#
# About 10 minutes. Prices are in {{currency}}.
#
# ![Two equal dots side by side](figures/dots.svg)

# %% [markdown] phase="predict"
# ## Predict
#
# What does `2 * 21` give? Write it down first.

# %% [markdown] phase="run"
# - Run the cell.
# - Compare with $2x$.

# %%
# twice
2 * 21

# %% [markdown] phase="investigate"
# > Every number has a double.
#
# | number | double |
# |---|---|
# | one | two |

# %%
from ailab import load, t

prices = load("tiny_prices")
print(t("Prices:"), list(prices["price"]))

# %% [markdown] phase="modify"
# Change 21 to another number.

# %% [markdown] phase="make"
# Write your own doubling in {{month_8}}.
