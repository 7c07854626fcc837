# %% [markdown]
# # Square patrol
#
# ![A robot stands at a corner of a square path. The path goes round a well. The four corners are blue.](figures/patrol_round_well.svg)
#
# The robot guards the well. It goes once around it.
# It paints each corner blue. In the end it stands there again, as in the beginning.

# %% [markdown] form="pad"
# ## Your task
#
# The cards below lie in the wrong order. One card is too many.
#
# Put them in order: the robot goes once around the well.
# Some of them belong inside the loop card.
# Leave one card out.

# %% [markdown] form="python"
# ## Your task
#
# The lines of `program` are right, but they stand in the wrong order. One line is too many.
#
# Put them in order: the robot goes once around the well and paints the four corners blue.
# It ends where it began, ready for its next round.
# Alt and an arrow key move a line up or down. The lines of the loop stand further in: put four more spaces before them.

# %% given
from ailab import check, follow, simulate

# %% given form="pad"
from ailab import pad

pad("patrol_well", cards=["turn_right", ["repeat", 4, []], ["repeat", 3, ["forward"]], "turn_left", ["paint", "blue"]])

# %% answer form="pad"
cards = ["turn_right", ["repeat", 4, []], ["repeat", 3, ["forward"]], "turn_left", ["paint", "blue"]]
### BEGIN SOLUTION
cards = [["repeat", 4, [["paint", "blue"], ["repeat", 3, ["forward"]], "turn_right"]]]
### END SOLUTION

program = follow(cards)
simulate(program, "patrol_well")

# %% answer form="python"
def program(robot):
    robot.turn_right()
    for side in range(4):
        robot.turn_left()
    robot.forward(3)
    robot.paint("blue")
### BEGIN SOLUTION
def program(robot):
    for side in range(4):
        robot.paint("blue")
        robot.forward(3)
        robot.turn_right()
### END SOLUTION
simulate(program, "patrol_well")

# %% check
check("patrol_square")

# %% [markdown]
# One side, four times: a square. The robot is back and can start its next round.
