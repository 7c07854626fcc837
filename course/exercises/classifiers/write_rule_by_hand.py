# %% [markdown]
# # My rule by hand
#
# At the cooperative near {{city}}, olives and argan nuts fell into the same crate. {{girl}} has a camera
# that measures each fruit in millimeters. The sorting machine needs a rule: from two numbers to a name.
#
# No computer finds the rule this time. You look, you compare, you decide.
#
# **Write the function** `rule(length_mm, width_mm)`. It gives back the text `"olive"` or the text `"argan"`.
#
# * `rule(22.0, 15.0)` gives back `"olive"`: a typical olive.
# * `rule(24.0, 20.5)` gives back `"argan"`: a typical argan nut.
#
# No rule is right for every fruit. To earn all points, yours has to be right for at least 75 fruits in 100.
# This counts for baskets you have not seen, too. And every fruit gets one of the two names, however big or small it is.

# %% [markdown]
# The next cell shows the smallest, the middle and the largest measure of each kind. Where do the two kinds differ most?

# %% given
from ailab import check, load

fruits = load("olive_argan")
print(fruits.groupby("kind")[["length_mm", "width_mm"]].agg(["min", "median", "max"]).T)


def count_right(rule):
    rows = zip(fruits["length_mm"], fruits["width_mm"], fruits["kind"])
    return sum(rule(length, width) == kind for length, width, kind in rows)

# %% answer
def rule(length_mm, width_mm):
    ### BEGIN SOLUTION
    if width_mm > 17.5:
        return "argan"
    return "olive"
    ### END SOLUTION

# %% [markdown]
# How many of the 120 fruits in the table does your rule name rightly? Change your rule and try again.

# %% try
count_right(rule)

# %% check
check("write_rule_by_hand")

# %% [markdown]
# You have written a classifier: a program that goes from measures to a name. Your hand chose the border. In the next
# exercise, examples will choose it.
