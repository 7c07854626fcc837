# points: 4
# hint: guests_are_mixed_up
# why: takes one guest for the other
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
who_arrives = ["spinner"]
