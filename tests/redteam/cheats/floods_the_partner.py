# tries: calls without end, that go on when the meeting is over
# points: 0
# stock: skip
# exercise: guide_robot
def program(robot):
    while True:
        try:
            robot.turn_left()
        except BaseException:
            pass
