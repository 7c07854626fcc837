# %% [markdown]
# # My world and its three tests
#
# ![A world of squares with waste and a green star. Beside it a list with three check marks.](figures/world_and_tests.svg)
#
# You build a world with waste in it. Your robot collects it all and brings it to the star.
# Is it really true? Three **tests** tell: questions with yes or no.

# %% [markdown] form="pad"
# ## Part 1: paint your world
#
# - White: free. Black: wall. Red: waste.
# - Yellow: the robot, it looks to the right. Green: the star.
# - One robot, one star, at least three pieces of waste.
# - At least four walls that do not touch the edge.

# %% [markdown] form="python"
# ## Part 1: draw your world
#
# Change the map. These are its signs:
#
# | Sign | Meaning |
# |---|---|
# | `#` | wall |
# | `.` | free square |
# | `x` | a piece of waste |
# | `>` | the robot, it looks to the right |
# | `G` | the star |
#
# - Your world has one robot, one star, and at least three pieces of waste.
# - At least four walls stand inside, away from the edge.
# - The robot can get to each piece and to the star.

# %% given
from ailab import Robot, World, check, follow, simulate, t


def report_of(program, text):
    run = simulate(program, World.from_text(text))
    arrived = (run.trace.x[-1], run.trace.y[-1]) in run.trace.world.goal
    return {"arrived": arrived, "left": run.outcome.missing - (not arrived), "bumps": run.outcome.bumps}

# %% given form="pad"
from ailab.activities import pixels

pixels("picture", size=8, colors=5, prompt=t("Paint your world"))

# %% given form="pad"
def map_of(picture):
    return "\n".join("".join(".#x>G"[number] for number in row) for row in picture)

# %% answer form="pad"
picture = [
    [3, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 4],
]
### BEGIN SOLUTION
picture = [
    [3, 0, 2, 0, 0, 0, 0, 0],
    [0, 1, 1, 1, 1, 1, 1, 0],
    [0, 0, 0, 0, 0, 0, 0, 2],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 2],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 4],
]
### END SOLUTION

my_map = map_of(picture)
Robot(World.from_text(my_map))

# %% answer form="python"
my_map = """
##########
#>.......#
#........#
#........#
#.......G#
##########
"""
### BEGIN SOLUTION
my_map = """
##########
#>x.x..###
#.####.###
#.####.x.#
#.......G#
##########
"""
### END SOLUTION
Robot(World.from_text(my_map))

# %% [markdown]
# ## Part 2: your program
#
# The robot collects all the waste and ends at the star. It must not bump into a wall.
# `pick` takes what lies on the robot's square.

# %% try form="pad"
from ailab import pad

pad(World.from_text(my_map))

# %% answer form="pad"
cards = []
### BEGIN SOLUTION
cards = [
    ["forward", 2], "pick", ["forward", 5], "turn_right",
    ["forward", 2], "pick", ["forward", 2], "pick", ["forward", 3],
]
### END SOLUTION

program = follow(cards)
report_of(program, my_map)

# %% answer form="python"
def program(robot):
    ...
### BEGIN SOLUTION
def program(robot):
    robot.forward()
    robot.pick()
    robot.forward(2)
    robot.pick()
    robot.forward(2)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward()
    robot.pick()
    robot.turn_right()
    robot.forward()
    robot.turn_left()
    robot.forward()
### END SOLUTION

# %% try
simulate(program, World.from_text(my_map))

# %% [markdown] form="pad"
# ## Part 3: three tests
#
# 1. Is all waste collected?
# 2. Does the robot stand on the star?
# 3. Is the number of bumps zero?
#
# Six things can happen. Test passed, or test failed?

# %% [markdown] form="python"
# ## Part 3: three tests
#
# A **report** says what happened, for instance `{"arrived": False, "left": 2, "bumps": 1}`: not at the star, two pieces left, one bump.
# Write three tests. Each one gets a report and gives back `True` (passed) or `False` (failed):
#
# - `all_collected(report)`: no piece is left.
# - `has_arrived(report)`: the robot stands on the star.
# - `never_bumps(report)`: it did not bump at all.
#
# **Example:** `report["bumps"]` is the number of bumps. Two `=` compare: `report["bumps"] == 3` asks whether it is 3.
# Good tests say yes to your robot, and no to a broken one.

# %% given form="pad"
from ailab.activities import sort_cards

sort_cards(
    "verdicts",
    {
        "some_left": t("Some waste is left."),
        "on_star": t("The robot stands on the star."),
        "bumped": t("The robot bumped into a wall."),
        "none_left": t("No waste is left."),
        "elsewhere": t("The robot stopped somewhere else."),
        "no_bump": t("The robot never bumped."),
    },
    {"passed": t("Test passed"), "failed": t("Test failed")},
    prompt=t("Passed or failed?"),
)

# %% given form="pad"
def verdict(card):
    return True if card in verdicts["passed"] else False if card in verdicts["failed"] else None


def all_collected(report):
    return verdict("none_left" if report["left"] == 0 else "some_left")


def has_arrived(report):
    return verdict("on_star" if report["arrived"] else "elsewhere")


def never_bumps(report):
    return verdict("no_bump" if report["bumps"] == 0 else "bumped")

# %% answer form="pad"
verdicts = {"passed": [], "failed": []}
### BEGIN SOLUTION
verdicts = {"passed": ["none_left", "on_star", "no_bump"], "failed": ["some_left", "elsewhere", "bumped"]}
### END SOLUTION
verdicts

# %% answer form="python"
def all_collected(report):
    ...


def has_arrived(report):
    ...


def never_bumps(report):
    ...
### BEGIN SOLUTION
def all_collected(report):
    return report["left"] == 0


def has_arrived(report):
    return report["arrived"]


def never_bumps(report):
    return report["bumps"] == 0
### END SOLUTION

# %% try
report = report_of(program, my_map)
[report, all_collected(report), has_arrived(report), never_bumps(report)]

# %% check
check("test_own_world")

# %% [markdown]
# Your world, your robot, your tests. Engineers test like this before a robot goes out into a street.
