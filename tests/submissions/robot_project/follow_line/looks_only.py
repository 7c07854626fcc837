# points: 0
# hint: stays
# why: starts the motors only when a side sensor sees the line
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if left:
            robot.motors(0.1, 0.4)
        elif right:
            robot.motors(0.4, 0.1)
