# %% [markdown]
# # Square patrol
#
# ![A robot stands at a corner of a square path. The path goes round a well. The four corners are blue.](figures/patrol_round_well.svg)
#
# The robot guards the well. It goes once around it.
# It paints each corner blue. In the end it is back at its start.

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
# Below lie five lines of a program, named `"a"` to `"e"`. One line is too many.
#
# Put them in order: the robot goes once around the well and paints the four corners blue.
# It ends where it began, ready for its next round. The lines inside the loop stand further in.
#
# **Example:** `order = ["b", ["c"], "a"]` does line `c` in each round of the loop `b`, and line `a` once after it.

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

# %% given form="python"
from ailab.activities import parsons

board = parsons(
    "order",
    {
        "a": "robot.turn_right()",
        "b": "for side in range(4):",
        "c": "robot.turn_left()",
        "d": "robot.forward(3)",
        "e": 'robot.paint("blue")',
    },
    indent=True,
)
board

# %% answer form="python"
order = []
### BEGIN SOLUTION
order = ["b", ["e", "d", "a"]]
### END SOLUTION

program = board.function(order, "robot")
simulate(program, "patrol_well")

# %% check
check("patrol_square")

# %% [markdown]
# One side, four times: a square. The robot is back and can start its next round.
