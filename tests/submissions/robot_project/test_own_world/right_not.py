# points: 8
# hint: none
# why: asks with not
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
    robot.pick()
    robot.turn_right()
    robot.forward()
    robot.turn_left()
    robot.forward()
# %%
def all_collected(report):
    return not report["left"]


def has_arrived(report):
    return report["arrived"] == True


def never_bumps(report):
    return not report["bumps"]
