# %% [markdown]
# # The lost robot
#
# ![Lanes of an old town, seen from above. The robot stands at one end, a green star at the other.](figures/lost_robot.svg)
#
# {{boy}} sent a robot to the baker. The green star is there.
# The robot comes back without bread. One turn in its program is wrong.

# %% [markdown] form="pad"
# ## Your task
#
# Press run. Watch where the robot leaves its way.
#
# - Find the one wrong turn.
# - Take it out. Put the right one in its place.
# - All other cards are right.
#
# The same cards must work in the second town too.

# %% [markdown] form="python"
# ## Your task
#
# Run the program and play it step by step. Where does the robot leave its way?
#
# One turn is wrong. Repair it. All other lines are right.
# The repaired program must lead to the star in both towns, since the same way exists in both.

# %% given
from ailab import World, check, follow, simulate

first_town = World.from_text("""
##########
#>.....###
####.#.###
####...###
######.###
######..G#
##########
""")
second_town = World.from_text("""
##########
#>...##..#
####.##..#
#......#.#
#.####.#.#
#.####..G#
##########
""")

# %% given form="pad"
from ailab import pad

pad(
    first_town,
    cards=[
        ["forward", 3], "turn_right", ["forward", 2], "turn_left", ["forward", 2],
        "turn_left", ["forward", 2], "turn_left", ["forward", 2],
    ],
    allowed=["forward", "turn_left", "turn_right"],
)

# %% answer form="pad"
cards = [
    ["forward", 3], "turn_right", ["forward", 2], "turn_left", ["forward", 2],
    "turn_left", ["forward", 2], "turn_left", ["forward", 2],
]
### BEGIN SOLUTION
cards = [
    ["forward", 3], "turn_right", ["forward", 2], "turn_left", ["forward", 2],
    "turn_right", ["forward", 2], "turn_left", ["forward", 2],
]
### END SOLUTION

program = follow(cards)

# %% answer form="python"
def program(robot):
    robot.forward(3)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
### BEGIN SOLUTION
def program(robot):
    robot.forward(3)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
### END SOLUTION

# %% try
simulate(program, first_town)

# %% try
simulate(program, second_town)

# %% check
check("repair_lost_robot")

# %% [markdown]
# Finding what is wrong is half of all programming. You did it.
