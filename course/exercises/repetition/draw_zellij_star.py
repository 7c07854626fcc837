# %% [markdown]
# # Eight-fold zellij star
#
# ![Left: a star of zellij tiles with eight tips. Right: the way around it. Circles mark the tips, squares mark the notches.](figures/zellij_star.svg)
#
# In the workshop of {{woman}}, stars with eight tips are cut from colored tiles.
# A robot with a pen can draw the outline. It goes from tip to notch, from notch to tip.

# %% [markdown]
# ## Your task
#
# The `program` below draws a square: four sides, four points. Run it, then change it so that it draws a star with eight tips.
# Between two tips lies a notch, so the star has sixteen points.
#
# - At a tip, the robot turns right by 90 degrees.
# - At a notch, it turns the other way. Find out by how much.
# - In the end it has turned all the way round: 360 degrees in eight equal parts.
#
# All sides have the same length. The star closes: the robot ends where it began.

# %% given
from ailab import check, simulate

# %% answer
def program(robot):
    for side in range(4):
        robot.forward(30)
        robot.turn_right(90)
### BEGIN SOLUTION
def program(robot):
    for tip in range(8):
        robot.forward(30)
        robot.turn_right(90)
        robot.forward(30)
        robot.turn_left(45)
### END SOLUTION
simulate(program, "zellij_floor")

# %% check
check("draw_zellij_star")

# %% [markdown]
# Turn it by one eighth, and it looks the same. Craftspeople draw such stars with a compass and a ruler, you drew it with a loop.
