# points: 6
# hint: gives_nothing_back
# why: no answer for broken robots
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
    return report["left"] == 0


def has_arrived(report):
    return report["arrived"]


def never_bumps(report):
    if report["bumps"] == 0:
        return True
