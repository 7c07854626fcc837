# points: 5
# hint: bumps
# why: goes until it bumps
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
    robot.forward(9)
    robot.turn_right()
    robot.forward(9)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward()
# %%
who_arrives = ["hand"]
