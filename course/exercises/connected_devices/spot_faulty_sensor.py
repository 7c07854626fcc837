# %% [markdown]
# # The sensor that jumps
#
# Four soil sensors stand in an orchard of young argan trees. Ants have found a cable, and since then one sensor jumps. Nobody
# wants to dig all four out. {{boy}} writes a program that names the faulty one from its readings alone: it compares each
# reading with the mean of the last few.

# %% [markdown]
# ## Your task
#
# Write three functions. Each one can use the one before.
#
# **1.** `rolling_mean(values, size)` gives back a list as long as `values`. At each place stands the mean of the reading at
# this place and the readings before it, `size` readings together. At the beginning there are fewer: then it is the mean of those
# that are there.
#
# **Example:** `rolling_mean([30, 32, 34, 60], 3)` gives `[30.0, 31.0, 32.0, 42.0]`, because 42 is the mean of 32, 34 and 60.
#
# **2.** `far_places(values, size, limit)` gives back a list of places, counted from 0. In it stand all places where the reading is
# farther than `limit` from the rolling mean at the same place. Too high and too low both count.
#
# **Example:** `far_places([30, 32, 34, 60], 3, 10)` gives `[3]`, because 60 is 18 away from 42.
#
# **3.** `faulty_sensor(sensors, size, limit)` gets a dictionary: names of sensors, each with its list of readings. It gives back the
# name of the sensor with the most far places. When no sensor has any, it gives back `None`. Two sensors never tie.
#
# A single far place is no proof: when water comes, sound sensors jump once too.

# %% given
from ailab import check

orchard = {
    "well": [41, 40, 40, 39, 39, 38, 55, 54, 53, 53, 52, 51],
    "gate": [35, 35, 34, 34, 33, 33, 33, 32, 32, 31, 31, 31],
    "wall": [38, 37, 37, 8, 36, 35, 35, 71, 34, 33, 4, 33],
    "road": [62, 62, 61, 61, 60, 60, 60, 59, 59, 59, 58, 58],
}

# %% answer
def rolling_mean(values, size):
    ### BEGIN SOLUTION
    means = []
    for place in range(len(values)):
        window = values[max(0, place - size + 1) : place + 1]
        means.append(sum(window) / len(window))
    return means
    ### END SOLUTION


def far_places(values, size, limit):
    ### BEGIN SOLUTION
    means = rolling_mean(values, size)
    places = []
    for place in range(len(values)):
        if abs(values[place] - means[place]) > limit:
            places.append(place)
    return places
    ### END SOLUTION


def faulty_sensor(sensors, size, limit):
    ### BEGIN SOLUTION
    suspect = None
    most = 0
    for name in sensors:
        count = len(far_places(sensors[name], size, limit))
        if count > most:
            suspect = name
            most = count
    return suspect
    ### END SOLUTION

# %% try
for name in orchard:
    print(name, far_places(orchard[name], 5, 12))
print(faulty_sensor(orchard, 5, 12))

# %% check
check("spot_faulty_sensor")

# %% [markdown]
# Your program found the sensor without digging. It finds sensors that jump. One that is stuck at the same number needs another
# question: does it still change at all?
