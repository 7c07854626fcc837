# points: 4
# hint: is_no_list
# why: a name without brackets
my_map = """
########
#>...###
####.###
#....#.#
#.##.#G#
#......#
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
who_arrives = "hand"
