# points: 0
# hint: looks_once
# why: no loop
def program(robot):
    left, middle, right = robot.line()
    if left:
        robot.motors(0.1, 0.4)
    elif right:
        robot.motors(0.4, 0.1)
    else:
        robot.motors(0.4, 0.4)
