# points: 5
# hint: drives_past
# why: never asks for the star
def program(robot):
    while robot.running():
        left, middle, right = robot.line()
        if left:
            robot.motors(0.1, 0.4)
        elif right:
            robot.motors(0.4, 0.1)
        else:
            robot.motors(0.4, 0.4)
    robot.stop()
