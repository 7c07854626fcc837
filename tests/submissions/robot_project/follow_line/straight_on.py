# points: 0
# hint: never_turns
# why: looks and does not use what it sees
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if left:
            robot.motors(0.4, 0.4)
        else:
            robot.motors(0.5, 0.5)
    robot.stop()
