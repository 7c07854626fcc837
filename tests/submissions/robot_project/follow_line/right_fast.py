# points: 6
# hint: none
# why: twice as fast
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if left:
            robot.motors(0, 0.8)
        elif right:
            robot.motors(0.8, 0)
        else:
            robot.motors(0.8, 0.8)
    robot.stop()
