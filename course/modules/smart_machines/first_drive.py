# %% [markdown]
# # First drive
#
# About 35 minutes.
#
# ![Four cards with an arrow lie in a row, beside a green start button. Below, a robot goes four squares to a green star.](figures/first_drive.svg)
#
# This robot has no driver. It has cards.
# You lay the cards. The robot follows them.
#
# <details>
# <summary>Do you drive robots already? Take this door: challenge first</summary>
#
# Open the exercise **The lost robot**. One turn in its program is wrong. Find it.
#
# Was that easy? Then look only at the part about Python here, and go on.
#
# Was it hard? Come back. Nothing is lost.
#
# </details>

# %% [markdown] phase="predict"
# ## Predict
#
# ![Three cards with an arrow. Below, a robot, and four squares on from it a green star.](figures/three_cards.svg)
#
# The green star is the goal. Each card is one step.
# What will happen?

# %%
from ailab import t
from ailab.activities import quiz

quiz(
    "my_guess",
    t("Three cards, one step each. What happens?"),
    {
        "goal": t("The robot reaches the goal."),
        "before": t("The robot stops one square before the goal."),
        "wall": t("The robot bumps into a wall."),
    },
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Let the robot run. Were you right?

# %%
from ailab import follow, simulate

cards = ["forward", "forward", "forward"]
simulate(follow(cards), "first_steps")

# %% [markdown]
# Now you drive. Press a button: a card appears, and the robot moves.
#
# Reach the green star!

# %%
from ailab import pad

pad("first_steps", allowed=["forward", "turn_left", "turn_right"])

# %% try
# Your cards as text.
cards = []

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### What is a machine?
#
# ![A street lamp, a washing machine, a tram, a fan and a robot stand side by side.](figures/machines_around.svg)
#
# Look around: a lamp, a washing machine, a tram, a fan. A **machine** does work for people.
# People built it, and people say what it has to do.
#
# ### What is a program?
#
# ![Three cards lie in a row: a step, a turn, a step. They lead to a robot, and the robot to a green star.](figures/cards_in_order.svg)
#
# A **program** is a list of commands, in order. The robot follows it and nothing else.
# It does not guess what you meant. A wrong card is followed as well as a right one.
#
# ### Does the order matter?
#
# Cards have names, too:
#
# | Card | The robot … |
# |---|---|
# | `"forward"` | makes one step |
# | `"turn_right"` | turns right and stays on its square |
# | `"turn_left"` | turns left and stays on its square |
#
# Here are two programs with the same cards. In this one the robot turns at the end.

# %%
cards = ["forward", "forward", "turn_right"]
simulate(follow(cards), "courtyard")

# %% [markdown]
# Here it turns at the beginning. Where does it stop now? Say it aloud, then run.

# %%
cards = ["turn_right", "forward", "forward"]
simulate(follow(cards), "courtyard")

# %% [markdown]
# Same cards, another order, another place. A turn makes no step: the robot only looks another way.
#
# ### Its right hand or yours?
#
# The robot looks down now. Its left hand is on **your** right!
# Stand up and turn with it. Then you know where it goes.

# %%
cards = ["turn_right", "forward", "turn_left", "forward", "forward"]
simulate(follow(cards), "courtyard")

# %% [markdown]
# ### The same in Python
#
# Engineers type their programs. Each line is one command, and `robot` is our robot.
# The lines below `def` stand four spaces further in. They belong to the program.

# %%
def program(robot):
    robot.turn_right()
    robot.forward()
    robot.turn_left()
    # The number says how many steps.
    robot.forward(2)


simulate(program, "courtyard")

# %% [markdown]
# ### A name for a thing
#
# A **variable** is a name that holds a thing. Here `steps` holds a number, and `word` holds a text.
# A text stands between quotes, a variable does not.

# %%
steps = 4
word = "Salam"


def program(robot):
    robot.forward(steps)
    robot.say(word)


simulate(program, "first_steps")

# %% [markdown] phase="modify"
# ## Modify
#
# Change the program, and run it again each time:
#
# 1. Let the robot say another word.
# 2. Let it make only two steps. You change one number. Which one?
# 3. Give it 9 steps. What happens at the wall?

# %% try
steps = 4
word = "Salam"


def program(robot):
    robot.forward(steps)
    robot.say(word)


simulate(program, "first_steps")

# %% [markdown] phase="make"
# ## Make
#
# Lead the robot to the well. The green star marks it.
# Press the buttons, or type: you choose.

# %%
pad("to_the_well", allowed=["forward", "turn_left", "turn_right"])

# %% try
cards = ["forward"]
simulate(follow(cards), "to_the_well")

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# Three steps, turn right, two steps, turn left, two steps.
#
# ```python
# cards = ["forward", "forward", "forward", "turn_right", "forward", "forward", "turn_left", "forward", "forward"]
# simulate(follow(cards), "to_the_well")
# ```
#
# </details>
#
# You wrote your first program. Next: which machines are AI, and which are not?
