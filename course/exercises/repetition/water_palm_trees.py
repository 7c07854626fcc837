# %% [markdown]
# # Water six palm trees
#
# ![A robot stands in front of six palm trees in a row. It has water for them.](figures/robot_and_palms.svg)
#
# Six palm trees stand in a row. They are thirsty.
# The robot has water. Each palm needs it once.

# %% [markdown] form="pad"
# ## Your task
#
# The cards below water two palms. Press run and look.
#
# Change them: all six palms get water. Use a loop card.
# Pour no water beside the palms.

# %% [markdown] form="python"
# ## Your task
#
# The `program` below waters two palms. Every step is written by hand. Run it and look.
#
# Change it: all six palms get water, each one once. Use a loop, so that the program gets short.
# The robot must not pour water where no palm stands.

# %% given
from ailab import check, follow, simulate

# %% given form="pad"
from ailab import pad

pad("six_palms", cards=["forward", "water", "forward", "water"])

# %% answer form="pad"
cards = ["forward", "water", "forward", "water"]
### BEGIN SOLUTION
cards = [["repeat", 6, ["forward", "water"]]]
### END SOLUTION

program = follow(cards)
simulate(program, "six_palms")

# %% answer form="python"
def program(robot):
    robot.forward()
    robot.water()
    robot.forward()
    robot.water()
### BEGIN SOLUTION
def program(robot):
    for i in range(6):
        robot.forward()
        robot.water()
### END SOLUTION
simulate(program, "six_palms")

# %% check
check("water_palm_trees")

# %% [markdown]
# One loop, six palms. For a hundred palms you would change one number.
