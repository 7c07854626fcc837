# %% [markdown]
# # Stars of zellij
#
# About 45 minutes.
#
# ![Left: a star of zellij tiles with eight tips. Right: the way around it. Circles mark the tips, squares mark the notches.](figures/zellij_star.svg)
#
# Look at a wall of zellij. One shape comes again and again, only turned a little.
# Who finds the part that repeats can draw the whole star with very few lines.

# %% [markdown] phase="predict"
# ## Predict
#
# Here a loop stands inside a loop. The robot paints each square on which it stands.
#
# ```python
# side = ["repeat", 3, [["paint", "blue"], "forward"]]
# cards = [["repeat", 4, [side, "turn_right"]]]
# ```
#
# How many squares will be blue in the end? What shape do they make?

# %% try
my_guess = 0

# %% [markdown] phase="run"
# ## Run
#
# Run it and count the blue squares.

# %%
from ailab import follow, simulate

side = ["repeat", 3, [["paint", "blue"], "forward"]]
cards = [["repeat", 4, [side, "turn_right"]]]
simulate(follow(cards), "courtyard")

# %% [markdown] phase="investigate"
# ## Investigate
#
# ### A loop in a loop
#
# The inner loop makes one side: 3 squares. The outer loop does this 4 times. 3 + 3 + 3 + 3 is 12.
#
# In Python the inner loop stands further in than the outer one.
# The outer loop goes to its next round when the inner one has ended. Then the inner one begins again.

# %%
def program(robot):
    for side in range(4):
        for step in range(3):
            robot.paint("blue")
            robot.forward()
        robot.turn_right()


simulate(program, "courtyard")

# %% [markdown]
# Here the same loops only count, for two sides. Go through them step by step.
# How often does `side` change, and how often `step`?

# %%
from ailab.activities import watch

watch("""
squares = 0
for side in range(2):
    for step in range(3):
        squares = squares + 1
print(squares)
""")

# %% [markdown]
# ### A robot with a pen
#
# On squares the robot turns by a quarter. For a star that is not enough.
#
# This robot drives freely on a floor and leaves its track behind. The number after `forward` is centimeters.
# The number after `turn_right` is **degrees**. A quarter turn is 90 degrees, the whole way round is 360.

# %%
def square(robot):
    for side in range(4):
        robot.forward(60)
        robot.turn_right(90)


simulate(square, "zellij_floor")

# %% [markdown]
# Four times 90 degrees is 360 degrees: the robot looks again where it looked at first. The shape is closed.
#
# Three sides? Then each turn is 360 divided by 3. Python can do this for us: `360 / 3`.

# %%
def triangle(robot):
    for side in range(3):
        robot.forward(80)
        robot.turn_right(360 / 3)


simulate(triangle, "zellij_floor")

# %% [markdown]
# ### One name for the number of sides
#
# The number 3 stands there two times. When it gets a name, it is enough to change it once.

# %%
def shape(robot):
    sides = 6
    for side in range(sides):
        robot.forward(40)
        robot.turn_right(360 / sides)


simulate(shape, "zellij_floor")

# %% [markdown]
# ### Tips and notches
#
# A star is different: at each tip the robot turns right, at each notch it turns back to the left.
# Here is a star with four tips. One round of the loop draws one tip and one notch.
#
# In each round the robot turns right by 140 and left by 50. What is left is 90. Four rounds: 360, closed.

# %%
def star(robot):
    for tip in range(4):
        robot.forward(40)
        robot.turn_right(140)
        robot.forward(40)
        robot.turn_left(50)


simulate(star, "zellij_floor")

# %% [markdown]
# ### Turn it, and it looks the same
#
# Turn the star with four tips by a quarter: nobody notices. We say it has **symmetry**, four-fold symmetry.
# A zellij star with eight tips looks the same after an eighth of a turn.
#
# Where is it in the program? In the number of rounds. What comes again in the picture is a loop in the program.

# %% [markdown] phase="modify"
# ## Modify
#
# Change the program, one step at a time:
#
# 1. Let it draw a star with five tips. All turns of one round must make 360 / 5.
# 2. Make the tips more pointed. Both turns get bigger, by the same number.
# 3. What happens when `turn_left` becomes `turn_right`? Say it first, then try.

# %% try
def star(robot):
    for tip in range(4):
        robot.forward(40)
        robot.turn_right(140)
        robot.forward(40)
        robot.turn_left(50)


simulate(star, "zellij_floor")

# %% [markdown] phase="make"
# ## Make
#
# Draw a flower: a shape that is drawn again and again, turned a little each time.
#
# Take a small square, for instance. Draw it 8 times, and turn by 45 degrees after each one.
# You need a loop in a loop.

# %% try
def flower(robot):
    for side in range(4):
        robot.forward(25)
        robot.turn_right(90)


simulate(flower, "zellij_floor")

# %% [markdown]
# <details>
# <summary>One way to do it</summary>
#
# ```python
# def flower(robot):
#     for leaf in range(8):
#         for side in range(4):
#             robot.forward(25)
#             robot.turn_right(90)
#         robot.turn_right(45)
# ```
#
# </details>
#
# ## Five questions for yourself
#
# Answer each one aloud or on paper. Then open it.
#
# <details>
# <summary>A loop says: 5 times step and pick. There is a date on each square. How many dates?</summary>
#
# 5 dates. In each round the robot picks one.
#
# </details>
#
# <details>
# <summary>How do you see in Python which lines belong to a loop?</summary>
#
# They stand below it and further in, by four spaces.
#
# </details>
#
# <details>
# <summary>You do not know how many steps it is to the goal. Which loop do you take?</summary>
#
# A loop that goes on until the robot is there: `"repeat_until_goal"`, in Python `while not robot.at_goal():`.
#
# </details>
#
# <details>
# <summary>In a loop of 3 rounds stands a loop of 4 rounds, and in it one step. How many steps?</summary>
#
# 12 steps. The inner loop makes 4 steps, and it comes 3 times.
#
# </details>
#
# <details>
# <summary>A robot goes to and fro and never arrives. What happened?</summary>
#
# Its loop never ends: what it waits for does not come. Look at what changes in each round, and what the robot should look at.
#
# </details>
