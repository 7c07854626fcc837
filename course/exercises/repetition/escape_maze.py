# %% [markdown]
# # If wall, turn
#
# ![A narrow lane between walls. It bends right, right, left, left. The robot stands at one end, a green star at the other.](figures/winding_lane.svg)
#
# The lanes of the old town bend again and again.
# The robot has no map. Its sensor finds a wall right in front of it.

# %% [markdown] form="pad"
# ## Your task
#
# Lead the robot to the green star.
# The same cards must work in every lane.
#
# Lanes have no crossings. They bend to the right or to the left.
#
# - Go on until the star is reached.
# - If a wall is ahead, turn. Else, one step.
# - After the turn, look again. Is there a wall too?

# %% [markdown] form="python"
# ## Your task
#
# Write `program`: it leads the robot to the goal, the green star, in any lane. You do not know the lane before.
# A lane has no crossings. It may bend to the right or to the left at any place. At the star the program ends.
#
# These questions are answered with `True` or `False`:
#
# - `robot.at_goal()`: is the robot at the star?
# - `robot.wall_ahead()`: is there a wall right in front?
# - `robot.wall_right()` and `robot.wall_left()`: is there a wall at its side?

# %% given
from ailab import check, follow, simulate

# %% given form="pad"
from ailab import pad

pad("winding_lane")

# %% answer form="pad"
cards = ["forward", "forward"]
### BEGIN SOLUTION
look_left = ["if_wall", ["turn_left", "turn_left"], []]
cards = [["repeat_until_goal", [["if_wall", ["turn_right", look_left], ["forward"]]]]]
### END SOLUTION

program = follow(cards)

# %% answer form="python"
def program(robot):
    ### BEGIN SOLUTION
    while not robot.at_goal():
        if not robot.wall_ahead():
            robot.forward()
        elif robot.wall_right():
            robot.turn_left()
        else:
            robot.turn_right()
    ### END SOLUTION

# %% try
simulate(program, "winding_lane")

# %% try
simulate(program, "spiral_lane")

# %% check
check("escape_maze")

# %% [markdown]
# Your robot leaves lanes that nobody has drawn yet: it looks, then it decides.
