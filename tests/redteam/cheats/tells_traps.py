# tries: arguments that stop whoever looks at them, before right work
# points: 4
# stock: run
# exercise: guide_robot
class Trap(int):
    def __index__(self):
        raise SystemExit("trap")

    __int__ = __eq__ = __lt__ = __hash__ = __repr__ = __str__ = __bool__ = __reduce_ex__ = __index__

class Endless(list):
    def __iter__(self):
        while True:
            yield 1

class Liar:
    @property
    def __class__(self):
        raise KeyboardInterrupt

def goes(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()

def program(robot):
    knot = []
    knot.append(knot)
    for given in (Trap(3), Liar(), knot, object(), lambda: 1, b"x", float("nan"), float("inf"), 10**400, "\ud800", {1: 2}, {1}):
        for verb in ("forward", "say", "paint"):
            try:
                getattr(robot, verb)(given)
            except (Exception, KeyboardInterrupt, SystemExit):
                pass
    goes(robot)
