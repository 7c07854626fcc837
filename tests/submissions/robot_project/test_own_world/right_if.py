# points: 8
# hint: none
# why: asks with if, and a program with loops
my_map = """
>xxxx...
.#.#.##.
.......G
"""
# %%
def program(robot):
    for i in range(4):
        robot.forward()
        robot.pick()
    robot.forward(3)
    robot.turn_right()
    robot.forward(2)
# %%
def all_collected(report):
    if report["left"] > 0:
        return False
    return True


def has_arrived(report):
    if report["arrived"]:
        return True
    return False


def never_bumps(report):
    return report["bumps"] < 1
