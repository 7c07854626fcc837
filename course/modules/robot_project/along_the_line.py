# %% [markdown]
# # Along the line
#
# About 35 minutes.
#
# ![A robot drives on a black line with bends. At the end of the line lies a green star.](figures/line_track.svg)
#
# In a big hall robots bring parcels. Nobody steers them.
# A black line on the floor shows them the way.
#
# <details>
# <summary>Do you know Scratch? Take this door: challenge first</summary>
#
# Open the exercise **My world and its three tests**. Build a world, and write tests that find broken robots.
#
# Does it work? Then read only the tables here, and go on with your project.
#
# Does it not work yet? Come back. Nothing is lost.
#
# </details>

# %% [markdown] phase="predict"
# ## Predict
#
# ![A robot from above on a black line. Three small lights sit at its front. The line bends to the right, and the right light is on.](figures/line_sensors.svg)
#
# Three sensors sit below the robot: left, middle, right.
# This robot only drives straight on. The line bends.
# What will happen?

# %%
from ailab import t
from ailab.activities import parsons, quiz

quiz(
    "my_guess",
    t("It drives straight on. What happens in the bend?"),
    {
        "follows": t("It follows the bend."),
        "leaves": t("It leaves the line."),
        "stops": t("It stops on the line."),
    },
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Let it drive for ten seconds. Were you right?

# %%
from ailab import simulate


def straight(robot):
    while robot.running():
        robot.motors(0.4, 0.4)


simulate(straight, "line_oval", seconds=10)

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### What do the sensors say?
#
# Each sensor looks at the floor. Below it is the line, or not: `True` or `False`.
#
# | Left | Middle | Right | Where is the line? |
# |---|---|---|---|
# | `False` | `True` | `False` | in the middle: straight on |
# | `True` | `False` | `False` | to the left |
# | `False` | `False` | `True` | to the right |
#
# Here we ask the robot at its start.

# %%
from ailab import Robot

Robot("line_oval").line()

# %% [markdown]
# ### Two motors
#
# The robot has two wheels, and each wheel has a motor. It has no steering wheel!
#
# - Both motors alike: straight on.
# - The left one slower: it turns left.
# - The right one slower: it turns right.
#
# Try it with your feet: small steps on the right, large ones on the left.

# %%
def curve(robot):
    # Left motor 0.4, right motor 0.1. Where does it turn?
    robot.motors(0.4, 0.1)
    robot.wait(5)


simulate(curve, "zellij_floor")

# %% [markdown]
# ### Look, decide, drive: again and again
#
# Now the robot looks while it drives. The right sensor sees the line? Then turn right.
#
# `left, middle, right = robot.line()` gives each answer a name.

# %%
def turns_right(robot):
    while robot.running():
        left, middle, right = robot.line()
        if right:
            robot.motors(0.4, 0.1)
        else:
            robot.motors(0.4, 0.4)


simulate(turns_right, "line_oval", seconds=40)

# %% [markdown]
# It drives its round! All bends of this line go to the right.
#
# And on a line with other bends? Say it aloud first, then run.

# %%
simulate(turns_right, "line_to_well", seconds=20)

# %% [markdown]
# The first bend is fine. In the next one the line goes left, and this program has no answer to that.
# You give it one in the exercise **Follow the line**.
#
# ### The log of a robot
#
# While it drives, the robot writes a **log**: what it measured, moment by moment. A log is data.
# Look for the row in which the right sensor says `True`.

# %%
run = simulate(turns_right, "line_oval", seconds=40)
log = run.to_frame()
log[["time", "line left", "line middle", "line right"]].iloc[96:106]

# %% [markdown]
# With the log, engineers find out what went wrong, also when nobody stood beside it.
#
# Who decides here? A rule that a person wrote. This robot needs no examples.

# %% [markdown] phase="modify"
# ## Modify
#
# Change the numbers, and run again each time:
#
# 1. Drive with `0.8` in place of `0.4`. Does it stay on the line?
# 2. Turn more gently: `0.3` in place of `0.1`. What happens in the bend?
# 3. Turn the other way. What does the robot do at the first bend?

# %% try
def turns_right(robot):
    while robot.running():
        left, middle, right = robot.line()
        if right:
            robot.motors(0.4, 0.1)
        else:
            robot.motors(0.4, 0.4)


simulate(turns_right, "line_oval", seconds=40)

# %% [markdown] phase="make"
# ## Make
#
# With chalk or tape, lay a line on the floor, with bends to both sides.
# One child is the robot and looks ahead. Three children are the sensors: each one says "line!" when it sees it.
# Which rule does the robot need? Put it together here.

# %%
parsons(
    "my_rule",
    steps={
        "drive": t("Drive straight on."),
        "left": t("The left sensor calls: a small turn to the left."),
        "loop": t("Begin again from the top."),
        "right": t("The right sensor calls: a small turn to the right."),
        "look": t("Ask the three sensors."),
        "close": t("Close your eyes."),
    },
    prompt=t("Put the steps in order. One does not belong."),
)

# %% try
my_rule = []

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# Ask the three sensors. Left calls: turn left. Right calls: turn right. Else drive straight on. Begin again from the top.
#
# </details>
#
# Your robot finds its way. Next it gets a model, and sorts what lies on a belt.
