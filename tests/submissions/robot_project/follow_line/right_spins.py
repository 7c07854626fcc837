# points: 6
# hint: none
# why: turns on the spot when the middle sensor has lost the line
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if middle:
            robot.motors(0.5, 0.5)
        elif left:
            robot.motors(-0.3, 0.3)
        else:
            robot.motors(0.3, -0.3)
    robot.stop()
