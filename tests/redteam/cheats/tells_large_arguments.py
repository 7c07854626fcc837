# tries: arguments of megabytes and of a thousand levels, before right work
# points: 4
# stock: run
# exercise: guide_robot
def goes(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()

deep = []
for _ in range(1000):
    deep = [deep]

def program(robot):
    for given in ("x" * 1_000_000, [0] * 100_000, 10**4000, deep, {str(number): number for number in range(20_000)}):
        for call in (lambda: robot.say(given), lambda: robot.forward(steps=given), lambda: robot.forward(*[given] * 5)):
            try:
                call()
            except Exception:
                pass
    goes(robot)
