# points: 0
# hint: loses_the_line
# why: hardly any difference between the motors
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if left:
            robot.motors(0.3, 0.4)
        elif right:
            robot.motors(0.4, 0.3)
        else:
            robot.motors(0.4, 0.4)
    robot.stop()
