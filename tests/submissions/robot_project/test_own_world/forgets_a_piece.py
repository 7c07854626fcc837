# points: 1
# hint: leaves_waste
# why: one pick is missing
my_map = """
##########
#>x.x..###
#.####.###
#.####.x.#
#.......G#
##########
"""
# %%
def program(robot):
    robot.forward()
    robot.pick()
    robot.forward(2)
    robot.pick()
    robot.forward(2)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward()
    robot.turn_right()
    robot.forward()
    robot.turn_left()
    robot.forward()
# %%
def all_collected(report):
    return report["left"] == 0


def has_arrived(report):
    return report["arrived"]


def never_bumps(report):
    return report["bumps"] == 0
