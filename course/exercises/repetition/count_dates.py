# %% [markdown]
# # How many dates?
#
# ![A robot stands at the start of a row of squares. On each square lies one date.](figures/date_row.svg)
#
# The robot goes along a row of dates. Each square holds one date.
# Here are five programs. How many dates does each one pick?

# %% given
from ailab import check, follow, simulate

# %% [markdown] form="pad"
# ## Your task
#
# Read the cards. A loop card says its cards again and again.
#
# - **A**: 4 times: step, pick.
# - **B**: step, pick. Then 3 times: step, pick. Then step, pick.
# - **C**: 3 times: step, step, pick.
# - **D**: 4 times: step. After that: pick.
# - **E**: 2 times: do 3 times "step, pick", then one step more.
#
# Put a finger on the picture. Count the picks.
# Write your numbers in place of the zeros. Do not run the robot yet.

# %% [markdown] form="python"
# ## Your task
#
# Read the five programs. `forward` is one step. `pick` takes the date that lies there.
# What stands further in belongs to the loop above it.
#
# Do not run the robot yet. Write your numbers in place of the zeros: how many dates does each program pick?

# %% given form="pad"
cards_a = [["repeat", 4, ["forward", "pick"]]]
cards_b = ["forward", "pick", ["repeat", 3, ["forward", "pick"]], "forward", "pick"]
cards_c = [["repeat", 3, ["forward", "forward", "pick"]]]
cards_d = [["repeat", 4, ["forward"]], "pick"]
cards_e = [["repeat", 2, [["repeat", 3, ["forward", "pick"]], "forward"]]]

# %% given form="python"
def program_a(robot):
    for i in range(4):
        robot.forward()
        robot.pick()


def program_b(robot):
    robot.forward()
    robot.pick()
    for i in range(3):
        robot.forward()
        robot.pick()
    robot.forward()
    robot.pick()


def program_c(robot):
    for i in range(3):
        robot.forward()
        robot.forward()
        robot.pick()


def program_d(robot):
    for i in range(4):
        robot.forward()
    robot.pick()


def program_e(robot):
    for i in range(2):
        for j in range(3):
            robot.forward()
            robot.pick()
        robot.forward()

# %% answer
dates_a = 0
dates_b = 0
dates_c = 0
dates_d = 0
dates_e = 0
### BEGIN SOLUTION
dates_a = 4
dates_b = 5
dates_c = 3
dates_d = 1
dates_e = 6
### END SOLUTION
[dates_a, dates_b, dates_c, dates_d, dates_e]

# %% check
check("count_dates")

# %% [markdown]
# Now let the robot run, and count with it.
# Change the letter to see the other programs. Which one surprised you?

# %% try form="pad"
simulate(follow(cards_e), "date_row")

# %% try form="python"
simulate(program_e, "date_row")

# %% [markdown]
# You can see what a loop will do before it runs.
