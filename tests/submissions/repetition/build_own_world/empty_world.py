# points: 0
# hint: too_few_walls
# why: a border and nothing inside
my_map = """
########
#>.....#
#......#
#.....G#
########
"""
# %%
def program(robot):
    robot.forward(5)
    robot.turn_right()
    robot.forward(2)
# %%
who_arrives = ["spinner"]
