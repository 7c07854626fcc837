# %% [markdown]
# # Until the star
#
# About 40 minutes.
#
# ![A narrow lane between walls. It bends right, right, left, left. The robot stands at one end, a green star at the other.](figures/winding_lane.svg)
#
# {{girl}} sends a robot through the lanes of the old town. It carries a parcel to the green star.
# Nobody knows how long the lane is. So the robot must look where it goes.

# %% [markdown] phase="predict"
# ## Predict
#
# The green star is the goal. It is four steps away. Then comes a wall.
#
# ```python
# cards = [["repeat", 6, ["forward"]]]
# ```
#
# Six steps, but the way has only four! What will the robot do?

# %%
from ailab import t
from ailab.activities import quiz

quiz(
    "my_guess",
    t("Six steps, but the way has only four. What happens?"),
    {
        "waits": t("It stops at the star and waits."),
        "bumps": t("It bumps into the wall and stays at the star."),
        "through": t("It goes on, through the wall."),
    },
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Let it run, and watch what happens at the wall.

# %%
from ailab import follow, simulate

cards = [["repeat", 6, ["forward"]]]
simulate(follow(cards), "first_steps")

# %% [markdown] phase="investigate"
# ## Investigate
#
# The robot bumps into the wall two times. It stays where it is.
# We can do better.
#
# ### Go on until you are there
#
# `"repeat_until_goal"` needs no number. It goes on until the robot stands at the star.

# %%
cards = [["repeat_until_goal", ["forward"]]]
simulate(follow(cards), "first_steps")

# %% [markdown]
# In Python this loop is called `while`. Read it like this: while the robot is **not** at the goal, make a step.
#
# `robot.at_goal()` is a question. The answer is `True`, which means yes, or `False`, which means no.

# %%
def program(robot):
    while not robot.at_goal():
        robot.forward()


simulate(program, "first_steps")

# %% [markdown]
# ### If there is a wall
#
# This lane has bends. Going straight on is not enough: the robot must look before each step.
#
# `["if_wall", [ … ], [ … ]]` looks. Is there a wall? Then it does the first cards.
# Is the way free? Then it does the second cards.

# %%
look = ["if_wall", ["turn_right"], ["forward"]]
cards = [["repeat_until_goal", [look]]]
simulate(follow(cards), "spiral_lane")

# %% [markdown]
# Here is the same in Python. `else` means: in the other case.
# See how far in each line stands: `forward` belongs to `else`, which belongs to `while`, which belongs to the program.

# %%
def turns_right(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()


simulate(turns_right, "spiral_lane")

# %% [markdown]
# ### A loop that never ends
#
# All bends of that lane go to the right. What happens in a lane that also bends to the left?
#
# Look at the robot at the first bend to the left. It turns right, and there is a wall again.
# It turns right once more. Now it looks back to where it came from, and the way is free …

# %%
simulate(turns_right, "winding_lane")

# %% [markdown]
# The robot goes to and fro and never gets there. This is a **loop that never ends**.
# After many steps the robot is stopped for you. In your own programs it happens to everybody: no harm done.
#
# ### Look to the side
#
# A robot that looks to its side can choose. `robot.wall_right()` asks: is there a wall on the right?
# Here stands our robot at the start of the winding lane. We ask it three questions.

# %%
def asks(robot):
    robot.say(robot.wall_ahead())
    robot.say(robot.wall_right())
    robot.say(robot.wall_left())


simulate(asks, "winding_lane")

# %% [markdown]
# Cards can look twice: turn right first, then look again.
# Is there still a wall? Then right was wrong. Two turns to the left, and the robot looks left.
#
# You make the row of cards for this in the exercise **If wall, turn**.

# %% [markdown] phase="modify"
# ## Modify
#
# Here is a lane that only bends to the left.
#
# 1. Run the program. What goes wrong?
# 2. Change one word, so that the robot arrives.
# 3. Let the robot paint the way blue behind it. The line is `robot.paint("blue")`. Where does it belong?

# %% try
def program(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()


simulate(program, "snail_lane")

# %% [markdown] phase="make"
# ## Make
#
# Dates lie on the way, one here, one there. Write a program that goes to the star and picks them all.
#
# `robot.thing_here()` tells what lies on the square: `"date"`, or `""` when there is nothing.
# You can ask `if robot.thing_here() == "date":`. Picking where nothing lies does no harm, but a good robot looks first.

# %% try
from ailab import World

street = World.from_text("""
###########
#>.d..dd.G#
###########
""")


def program(robot):
    while not robot.at_goal():
        robot.forward()


simulate(program, street)

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# ```python
# def program(robot):
#     while not robot.at_goal():
#         robot.forward()
#         if robot.thing_here() == "date":
#             robot.pick()
# ```
#
# With cards it is shorter, since picking from an empty square does no harm: `[["repeat_until_goal", ["forward", "pick"]]]`.
#
# </details>
#
# Your robot now looks, decides and goes on. Next it draws a star.
