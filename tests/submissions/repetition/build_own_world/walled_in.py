# points: 0
# hint: goal_is_walled_in
# why: no way leads to the goal
my_map = """
########
#>...###
####.###
#....#.#
#.##.#G#
#....#.#
########
"""
# %%
def program(robot):
    robot.forward(3)
    robot.turn_right()
    robot.forward(4)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward()
# %%
who_arrives = ["hand"]
