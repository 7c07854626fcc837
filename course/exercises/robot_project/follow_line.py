# %% [markdown]
# # Follow the line
#
# ![A robot drives on a black line with bends. At the end of the line lies a green star.](figures/line_track.svg)
#
# A black line leads through the courtyard to the green star.
# Below the robot sit three sensors: left, middle, right. Each one sees the line, or not.
# The robot carries water. It may not lose its way.

# %% [markdown] form="pad"
# ## Your task
#
# Lay each card into a box:
#
# - When does the robot drive straight on?
# - When does it turn left, when right?
# - When does it stop?
#
# The same cards must work on every line.

# %% [markdown] form="python"
# ## Your task
#
# This program drives straight on and leaves the line in the first bend. Change it, so that the robot follows any line to the star.
#
# - `left, middle, right = robot.line()` asks the three sensors. Each one is `True` or `False`.
# - `robot.motors(0.4, 0.4)` drives straight on. The first number is the left motor, the second is the right one.
# - When the left motor is slower, the robot turns left. **Example:** `robot.motors(0.1, 0.4)`.
# - At the star the robot stops.
#
# Passed means: the robot goes along at least 90 of 100 parts of each line.

# %% given
from ailab import check, simulate, t

# %% given form="pad"
from ailab.activities import sort_cards

sort_cards(
    "reactions",
    {
        "middle": t("The middle sensor sees the line."),
        "left": t("The left sensor sees the line."),
        "right": t("The right sensor sees the line."),
        "star": t("The robot stands on the star."),
    },
    {"straight": t("Drive straight on"), "turn_left": t("Turn left"), "turn_right": t("Turn right"), "stop": t("Stop")},
    prompt=t("What does the robot do?"),
)

# %% given form="pad"
def program(robot):
    motors = {"straight": (0.4, 0.4), "turn_left": (0.1, 0.4), "turn_right": (0.4, 0.1), "stop": (0, 0)}
    chosen = {card: box for box, cards in reactions.items() for card in cards}
    while robot.running():
        left, middle, right = robot.line()
        seen = "star" if robot.at_goal() else "left" if left else "right" if right else "middle"
        if seen in chosen:
            robot.motors(*motors[chosen[seen]])
        if chosen.get(seen) == "stop":
            break

# %% answer form="pad"
reactions = {"straight": [], "turn_left": [], "turn_right": [], "stop": []}
### BEGIN SOLUTION
reactions = {"straight": ["middle"], "turn_left": ["left"], "turn_right": ["right"], "stop": ["star"]}
### END SOLUTION
simulate(program, "line_to_well", seconds=70)

# %% answer form="python"
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        robot.motors(0.4, 0.4)
    robot.stop()
### BEGIN SOLUTION
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if left:
            robot.motors(0.1, 0.4)
        elif right:
            robot.motors(0.4, 0.1)
        else:
            robot.motors(0.4, 0.4)
    robot.stop()
### END SOLUTION

# %% try form="python"
simulate(program, "line_to_well", seconds=70)

# %% try
simulate(program, "line_to_souk", seconds=70)

# %% check
check("follow_line")

# %% [markdown]
# Your robot looks, decides and drives, many times in a second. Nobody told it where the bends are.
