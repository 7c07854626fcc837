# points: 0
# hint: turns_away
# why: turns away from the line
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if left:
            robot.motors(0.4, 0.1)
        elif right:
            robot.motors(0.1, 0.4)
        else:
            robot.motors(0.4, 0.4)
    robot.stop()
