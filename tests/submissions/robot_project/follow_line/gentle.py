# points: 2
# hint: fits_one_line_only
# why: turns hard enough for the wide bends only
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if left:
            robot.motors(0.2, 0.4)
        elif right:
            robot.motors(0.4, 0.2)
        else:
            robot.motors(0.4, 0.4)
    robot.stop()
