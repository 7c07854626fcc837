# points: 4
# hint: names_arrow
# why: lists the guest that stops at the wall
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
who_arrives = ["arrow", "hand"]
