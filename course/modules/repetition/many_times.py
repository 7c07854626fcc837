# %% [markdown]
# # Many times
#
# About 40 minutes.
#
# ![A robot stands in front of six palm trees in a row. It has water for them.](figures/robot_and_palms.svg)
#
# Six palms are thirsty. The robot brings water.
# Step, water, step, water, step, water … That is a long list!
# Today you say it once, and the robot does it many times.
#
# <details>
# <summary>Do you know Scratch? Take this door: challenge first</summary>
#
# Open the exercise **If wall, turn**. Lead the robot through lanes that you have never seen.
#
# Does it work? Then this lesson is easy for you: read its table, and go on with the stars.
#
# Does it not work yet? Come back. Nothing is lost.
#
# </details>

# %% [markdown] phase="predict"
# ## Predict
#
# The robot reads cards, one after the other. It begins on the left.
#
# | Card | The robot … |
# |---|---|
# | `"forward"` | makes one step |
# | `"water"` | waters the palm on its square |
# | `["repeat", 3, [ … ]]` | does the cards inside 3 times |
#
# Look at these cards:
#
# ```python
# cards = ["forward", "water", "forward", "water"]
# ```

# %%
from ailab import t
from ailab.activities import predict, quiz

quiz(
    "my_guess",
    t("How many palms get water?"),
    {"two": t("Two palms"), "four": t("Four palms"), "six": t("All six palms")},
)

# %% try
my_guess = None

# %% [markdown] phase="run"
# ## Run
#
# Now let the robot run. Were you right?

# %%
from ailab import follow, simulate

cards = ["forward", "water", "forward", "water"]
simulate(follow(cards), "six_palms")

# %% [markdown]
# You can also press the buttons yourself. Each press lays one card.
#
# Water as many palms as you like. Look how long the row of cards gets!

# %%
from ailab import pad

pad("six_palms")

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### One card for many
#
# ![A big card with a round arrow and six dots. Inside lie two small cards: an arrow up and a drop of water.](figures/repeat_card.svg)
#
# The big card is a **loop**. It holds small cards, and says how many times.
# Here: 6 times step and water.

# %%
cards = [["repeat", 6, ["forward", "water"]]]
simulate(follow(cards), "six_palms")

# %% [markdown]
# Six palms, three cards!
#
# ### The same in Python
#
# Python has a loop too. Engineers write robot programs like this.
# `robot` is our robot, and `i` counts the rounds.

# %%
def program(robot):
    # Six times: a step, then water.
    for i in range(6):
        robot.forward()
        robot.water()


simulate(program, "six_palms")

# %% [markdown]
# Scratch, cards and Python say the same things. Which rows of the table are loops?
#
# | Scratch block | Card | Python line |
# |---|---|---|
# | move 1 step | `"forward"` | `robot.forward()` |
# | turn right 90 degrees | `"turn_right"` | `robot.turn_right()` |
# | turn left 90 degrees | `"turn_left"` | `robot.turn_left()` |
# | repeat 6 | `["repeat", 6, [ … ]]` | `for i in range(6):` |
# | repeat until at the star | `["repeat_until_goal", [ … ]]` | `while not robot.at_goal():` |
# | if touching wall, then … else … | `["if_wall", [ … ], [ … ]]` | `if robot.wall_ahead():` … `else:` |
# | when the green flag is clicked | `follow(cards)` | `def program(robot):` |
#
# In Scratch a loop looks like a mouth: it holds what is repeated.
# In Python, the lines inside the loop stand further in: four spaces.
#
# ### Inside or outside?
#
# This time `water` stands level with `for`. What will happen?
# First choose, then the robot runs.

# %%
def water_outside(robot):
    for i in range(6):
        robot.forward()
    robot.water()


predict(
    "second_guess",
    t("How many palms get water this time?"),
    {"none": t("No palm"), "one": t("One palm"), "six": t("All six palms")},
    result=lambda: simulate(water_outside, "six_palms"),
)

# %% try
second_guess = None

# %% [markdown]
# First six steps, then one time water. `water` stands after the loop, so it comes once.
#
# ### Does the order matter?
#
# Here the robot pours first and steps afterwards. Which palm stays dry?

# %%
cards = [["repeat", 6, ["water", "forward"]]]
simulate(follow(cards), "six_palms")

# %% [markdown]
# The first water falls on the ground: no palm stands there. The last palm gets none.
#
# ### Counting while it runs
#
# In this row lie dates. `pick` takes one. `carrying` says how many the robot carries.
# The bubble shows the number in each round.

# %%
def program(robot):
    for i in range(5):
        robot.forward()
        robot.pick()
        robot.say(robot.carrying())


simulate(program, "date_row")

# %% [markdown] phase="modify"
# ## Modify
#
# Change the cards, and run again each time:
#
# 1. Let the robot pick 10 dates.
# 2. Let it make two steps in each round. How many dates now?
# 3. Let it pick only on the way back. You need `"turn_right"`, two times.

# %% try
cards = [["repeat", 4, ["forward", "pick"]]]
simulate(follow(cards), "date_row")

# %% [markdown] phase="make"
# ## Make
#
# This garden has three rows of four palms. Water all of them!
#
# Begin with the first row. Then think: how does the robot get to the next row?
# With buttons and cards, or in Python: you choose.

# %%
pad("palm_garden")

# %% try
cards = [["repeat", 4, ["forward", "water"]]]
simulate(follow(cards), "palm_garden")

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# The rows go there, back, and there again.
#
# ```python
# row = ["repeat", 3, ["forward", "water"]]
# cards = ["forward", "water", row, "turn_right", "forward", "turn_right", "water", row]
# cards = cards + ["turn_left", "forward", "turn_left", "water", row]
# simulate(follow(cards), "palm_garden")
# ```
#
# </details>
#
# You now say things once that happen many times. Next, the robot goes on until it is there, and nobody counts the steps.
