# %% [markdown]
# # Water for the tomatoes
#
# A school grows tomatoes in a greenhouse. The water comes from a shared channel, and each liter is counted. Last year the pump
# went on and off forty times in three days, until it broke. {{girl}} writes a better control: one that does not switch at every small change.

# %% [markdown]
# ## Your task
#
# Write the function `irrigate(soil, is_on)`. It is called every ten minutes. `soil` is the newest reading of the soil in percent.
# `is_on` is `True` when the pump is running now, else `False`. The function gives back `True` when the pump shall run for
# the next ten minutes, and `False` when not.
#
# Use **two thresholds**, at least 3 apart:
#
# * Below the lower one, the pump goes on.
# * Above the upper one, the pump goes off.
# * In between, it stays as it is.
#
# This is called **hysteresis**. You choose the thresholds. Over three days, all four must hold:
#
# 1. The soil never gets drier than 20 %. Below that, tomatoes suffer.
# 2. The soil never gets wetter than 35 %. Above that, roots have no air, and water drips out of the pots.
# 3. The pump is switched at most 16 times. Each *on* and each *off* counts.
# 4. At most 160 liters are used.
#
# The sensor is sound, but not exact: it may be wrong by 1. Ten minutes of pumping raise the soil by a bit more than 1.
#
# **Examples:** `irrigate(15, False)` is `True`: very dry. `irrigate(34, True)` is `False`: very wet.

# %% given
from ailab import check, grow

switched = {"pump": False, "fan": False}


def control(reading):
    switched["pump"] = irrigate(reading["soil"], switched["pump"]) is True
    switched["fan"] = reading["temperature"] > (22 if switched["fan"] else 26)
    return switched

# %% answer
def irrigate(soil, is_on):
    ### BEGIN SOLUTION
    if soil < 23:
        return True
    if soil > 30:
        return False
    return is_on
    ### END SOLUTION

# %% [markdown]
# `control` above calls your function and switches a fan too, so that the tomatoes do not get too hot. `grow` lets three days pass.

# %% try
run = grow(control, days=3, seed=2)
print(min(run.readings["soil"]), max(run.readings["soil"]))
print(run.switches["pump"], run.water, run.health)
run

# %% check
check("control_irrigation")

# %% [markdown]
# Your control is calm and thrifty. Refrigerators, water tanks and ovens work with the same two thresholds.
