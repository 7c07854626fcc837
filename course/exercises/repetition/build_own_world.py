# %% [markdown]
# # My own world
#
# ![A pencil draws a world of squares: walls, a robot, a date and a green star.](figures/own_world.svg)
#
# Now you build the world. Then you send a robot through it.
# Three guests will try your world too.

# %% [markdown]
# ## Your task, part 1: the map
#
# Change the map. Draw your own world with these signs:
#
# | Sign | Meaning |
# |---|---|
# | `#` | wall |
# | `.` | free square |
# | `>` | the robot, it looks to the right |
# | `G` | the goal |
#
# - Your world has one robot and one goal.
# - There are at least six walls inside, not counting the border.
# - Straight on from the start is not the way: at least one turn is needed.

# %% given
from ailab import Robot, World, check, follow, simulate, t

# %% answer
my_map = """
########
#>.....#
#......#
#......#
########
"""
### BEGIN SOLUTION
my_map = """
########
#>...###
####.###
#....#.#
#.##.#G#
#......#
########
"""
### END SOLUTION
Robot(World.from_text(my_map))

# %% [markdown]
# ## Part 2: your program
#
# Lead the robot to the goal of your world. It must not bump into a wall.

# %% try form="pad"
from ailab import pad

pad(World.from_text(my_map))

# %% answer form="pad"
cards = []
### BEGIN SOLUTION
cards = [
    ["repeat", 3, ["forward"]],
    "turn_right",
    ["repeat", 4, ["forward"]],
    "turn_left",
    "forward",
    "forward",
    "turn_left",
    "forward",
]
### END SOLUTION

program = follow(cards)

# %% answer form="python"
def program(robot):
    ### BEGIN SOLUTION
    robot.forward(3)
    robot.turn_right()
    robot.forward(4)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward()
    ### END SOLUTION

# %% try
simulate(program, World.from_text(my_map))

# %% [markdown]
# ## Part 3: three guests
#
# Three guests bring their own programs. Let each one try your world.
# Who arrives at the goal? Choose the guests below, after the three runs.
#
# **Example:** if two guests arrive, it looks like `who_arrives = ["spinner", "hand"]`. If nobody arrives: `who_arrives = []`.

# %% given
def arrow(robot):
    while not robot.at_goal() and not robot.wall_ahead():
        robot.forward()


def spinner(robot):
    for i in range(200):
        if robot.at_goal():
            return
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()


def hand(robot):
    for i in range(400):
        if robot.at_goal():
            return
        if not robot.wall_right():
            robot.turn_right()
            robot.forward()
        elif robot.wall_ahead():
            robot.turn_left()
        else:
            robot.forward()

# %% try
simulate(arrow, World.from_text(my_map))

# %% try
simulate(spinner, World.from_text(my_map))

# %% try
simulate(hand, World.from_text(my_map))

# %% given
from ailab.activities import quiz

quiz(
    "who_arrives",
    t("Who arrives at the goal?"),
    {
        "arrow": t("`arrow` goes straight on, up to the first wall."),
        "spinner": t("`spinner` goes on. At a wall it turns right."),
        "hand": t("`hand` keeps its right hand on the wall."),
    },
    several=True,
)

# %% answer
who_arrives = None
### BEGIN SOLUTION
who_arrives = ["hand"]
### END SOLUTION
who_arrives

# %% check
check("build_own_world")

# %% [markdown]
# A world, a program and three tests: this is how people try out real robots, too.
