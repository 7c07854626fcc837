# %% [markdown]
# # Where does the robot stop?
#
# ![A yard of squares, seen from above. The robot stands in the top left corner and looks to the right. In the yard: a palm, a date, an olive, a parcel, a battery and three walls. Dots above the columns and beside the rows count from zero.](figures/yard_with_dots.svg)
#
# Five robots start in the same corner. Each one has its own program.
# Where will each robot stop?

# %% [markdown] form="pad"
# ## Your task
#
# Put your finger on the robot. Follow the cards with it.
#
# - **A**: 3 steps.
# - **B**: 2 steps. Turn right. 1 step.
# - **C**: turn right. 2 steps. Turn left. 1 step.
# - **D**: turn right. 3 steps. Turn left. 4 steps.
# - **E**: 2 steps. Turn right 4 times. 1 step.
#
# What lies where it stops? Lay each robot there.
# Two robots may stop at the same place.

# %% [markdown] form="python"
# ## Your task
#
# Read the five programs. Every robot starts in the top left corner and looks to the right.
# `turn_right` and `turn_left` turn the robot by a quarter, and it stays on its square. At a wall it stays where it is.
#
# Where does each robot stop? Write two numbers: how many squares to the right of the corner, and how many squares down.
#
# **Example:** `[3, 1]` means 3 to the right and 1 down. The start is `[0, 0]`. Do not run the robot yet.

# %% given
from ailab import World, check, follow, simulate, t

yard = World.from_text("""
format_version = 1
kind = "grid"
map = '''
>..p#
.#d..
bo...
..x#.
'''
[wanted]
watered = false
cleared = false
""")

# %% given form="pad"
cards_a = [["forward", 3]]
cards_b = [["forward", 2], "turn_right", "forward"]
cards_c = ["turn_right", ["forward", 2], "turn_left", "forward"]
cards_d = ["turn_right", ["forward", 3], "turn_left", ["forward", 4]]
cards_e = [["forward", 2], "turn_right", "turn_right", "turn_right", "turn_right", "forward"]

# %% given form="python"
def program_a(robot):
    robot.forward(3)


def program_b(robot):
    robot.forward(2)
    robot.turn_right()
    robot.forward()


def program_c(robot):
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward()


def program_d(robot):
    robot.turn_right()
    robot.forward(3)
    robot.turn_left()
    robot.forward(4)


def program_e(robot):
    robot.forward(2)
    robot.turn_right()
    robot.turn_right()
    robot.turn_right()
    robot.turn_right()
    robot.forward()

# %% given form="pad"
from ailab.activities import sort_cards

sort_cards(
    "stops",
    {"a": t("Robot A"), "b": t("Robot B"), "c": t("Robot C"), "d": t("Robot D"), "e": t("Robot E")},
    {
        "palm": t("at the palm"),
        "date": t("at the date"),
        "olive": t("at the olive"),
        "parcel": t("at the parcel"),
        "battery": t("at the battery"),
    },
    prompt=t("Where does each robot stop?"),
)

# %% answer form="pad"
stops = {"palm": [], "date": [], "olive": [], "parcel": [], "battery": []}
### BEGIN SOLUTION
stops = {"palm": ["a", "e"], "date": ["b"], "olive": ["c"], "parcel": ["d"], "battery": []}
### END SOLUTION
stops

# %% answer form="python"
stop_a = [0, 0]
stop_b = [0, 0]
stop_c = [0, 0]
stop_d = [0, 0]
stop_e = [0, 0]
### BEGIN SOLUTION
stop_a = [3, 0]
stop_b = [2, 1]
stop_c = [1, 2]
stop_d = [2, 3]
stop_e = [3, 0]
### END SOLUTION
[stop_a, stop_b, stop_c, stop_d, stop_e]

# %% check
check("predict_robot_stop")

# %% [markdown]
# Now let the robots run, one after the other.
# Change the letter each time. Which one surprised you?

# %% try form="pad"
simulate(follow(cards_e), yard)

# %% try form="python"
simulate(program_e, yard)

# %% [markdown]
# You read a program and know what it will do.
