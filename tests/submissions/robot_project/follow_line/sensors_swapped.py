# points: 0
# hint: turns_away
# why: takes the sensors in the wrong order
def program(robot):
    while not robot.at_goal():
        right, middle, left = robot.line()
        if left:
            robot.motors(0.1, 0.4)
        elif right:
            robot.motors(0.4, 0.1)
        else:
            robot.motors(0.4, 0.4)
    robot.stop()
