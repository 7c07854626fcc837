# %% [markdown]
# # Reach the well
#
# ![A robot with a bucket, a yard with two beds of mint, and a well in the far corner. Three ways lead there.](figures/ways_to_well.svg)
#
# The robot fetches water for the mint. The well is in the far corner.
# Several ways lead there. Which one do you take?

# %% [markdown] form="pad"
# ## Your task
#
# The green star marks the well. The cards lie in the wrong order.
#
# Put them in order: the robot stops at the star.
# Five cards are enough. Leave one out.

# %% [markdown] form="python"
# ## Your task
#
# The green star marks the well. Below lie six lines of a program, named `"a"` to `"f"`.
#
# Choose lines and put them in order, so that the robot stops at the star.
# It must not bump into a wall, and the program has at most five lines. More than one order is right.
#
# Write the names of the lines, top to bottom. **Example:** `order = ["c", "b"]` first does line `c`, then line `b`.

# %% given
from ailab import World, check, follow, simulate

yard = World.from_text("""
#######
#>....#
#.#.#.#
#.#.#.#
#....G#
#######
""")

# %% given form="pad"
from ailab import pad

pad(
    yard,
    cards=[["forward", 3], "turn_right", ["forward", 2], "turn_right", "turn_left", ["forward", 2]],
    allowed=["forward", "turn_left", "turn_right"],
    limit=6,
)

# %% answer form="pad"
cards = [["forward", 3], "turn_right", ["forward", 2], "turn_right", "turn_left", ["forward", 2]]
### BEGIN SOLUTION
cards = [["forward", 2], "turn_right", ["forward", 3], "turn_left", ["forward", 2]]
### END SOLUTION

program = follow(cards)
simulate(program, yard)

# %% given form="python"
from ailab.activities import parsons

board = parsons(
    "order",
    {
        "a": "robot.forward(2)",
        "b": "robot.turn_right()",
        "c": "robot.forward(3)",
        "d": "robot.turn_left()",
        "e": "robot.forward(2)",
        "f": "robot.turn_right()",
    },
)
board

# %% answer form="python"
order = ["c", "b"]
### BEGIN SOLUTION
order = ["a", "b", "c", "d", "e"]
### END SOLUTION

program = board.function(order, "robot")
simulate(program, yard)

# %% check
check("order_steps_to_well")

# %% [markdown]
# The order makes the way. Another order makes another way.
