# %% [markdown]
# # Name card
#
# ![A robot holds up a card. The card is empty. A pencil lies beside it.](figures/name_card.svg)
#
# This robot has no name yet. You invent one.
# The robot goes to the green star. There it says its new name.
#
# Never take your own name, or the name of a friend.

# %% [markdown] form="pad"
# ## Your task
#
# - Write a new name on the card.
# - Add the steps that are missing. The star is near.
# - At the star, the robot says its name by itself.

# %% [markdown] form="python"
# ## Your task
#
# The robot greets, stops on its way and says an old name. Run the program and look. Then change three things:
#
# - Invent a name of 2 to 20 letters. It stands in the variable `robot_name`, between quotes.
# - Lead the robot to the goal, the green star.
# - There it says its name. Let it say the variable: `robot.say(robot_name)`. Then a new name is typed only once.

# %% given
from ailab import check, follow, simulate, t

# %% given form="pad"
from ailab.activities import reflect

reflect("name_card", {"name": t("What is the robot called?")}, prompt=t("Name card"))

# %% given form="pad"
from ailab import pad

pad("first_steps", cards=["forward", "forward"], allowed=["forward", "turn_left", "turn_right"])

# %% answer form="pad"
name_card = {"name": "Robot"}
cards = ["forward", "forward"]
### BEGIN SOLUTION
name_card = {"name": "Tiko"}
cards = ["forward", "forward", "forward", "forward"]
### END SOLUTION

robot_name = name_card["name"]
program = follow([["say", "Salam"], *cards, ["say", robot_name]])
simulate(program, "first_steps")

# %% answer form="python"
robot_name = "Robot"


def program(robot):
    robot.say("Salam")
    robot.forward(2)
    robot.say("Robot")
### BEGIN SOLUTION
robot_name = "Tiko"


def program(robot):
    robot.say("Salam")
    robot.forward(4)
    robot.say(robot_name)
### END SOLUTION
simulate(program, "first_steps")

# %% check
check("make_name_card")

# %% [markdown]
# You changed a program. The robot does what you wrote.
