# points: 0
# hint: turns_to_one_side
# why: turns right only, as in the lesson
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if right:
            robot.motors(0.4, 0.1)
        else:
            robot.motors(0.4, 0.4)
    robot.stop()
