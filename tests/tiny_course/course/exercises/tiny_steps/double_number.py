# %% [markdown]
# # Double a number
#
# {{girl}} sells mint at the souk. Write a function `double(number)`.

# %% given
from ailab import check

# %% [markdown] form="pad"
# Choose the number to multiply by.

# %% answer form="pad"
factor = 0
### BEGIN SOLUTION
factor = 2
### END SOLUTION


def double(number):
    return number * factor

# %% answer form="python"
def double(number):
    ### BEGIN SOLUTION
    return 2 * number
    ### END SOLUTION

# %% try
double(4)

# %% check
check("double_number")
