# %% [markdown]
# # Explain doubling
#
# Put the double of 21 into `answer`, then say in one sentence how you found it.

# %% given
from ailab import check

# %% answer
### BEGIN SOLUTION
answer = 42
### END SOLUTION

# %% check
check("explain_doubling")

# %% [markdown] written
# I counted 21 twice.
