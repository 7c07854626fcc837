# points: 0
# hint: goals_are_not_one
# why: a map with two G
my_map = """
########
#>...###
####.###
#....#.#
#G##.#G#
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
