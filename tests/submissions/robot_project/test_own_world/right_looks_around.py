# points: 8
# hint: none
# why: a program that looks for walls and picks what lies there
my_map = """
#########
#>.x.x..#
#.#.###.#
#.#.###x#
#G......#
#########
"""
# %%
def program(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()
            if robot.thing_here():
                robot.pick()
# %%
def all_collected(report):
    return report["left"] == 0


def has_arrived(report):
    return report["arrived"]


def never_bumps(report):
    return report["bumps"] == 0
