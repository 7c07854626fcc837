# points: 0
# hint: map_cannot_be_read
# why: a map without a robot
my_map = """
########
#....###
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
who_arrives = ["hand"]
