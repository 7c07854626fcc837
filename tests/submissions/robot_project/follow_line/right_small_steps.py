# points: 6
# hint: none
# why: turns a few degrees, or drives one centimeter
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if left:
            robot.turn_left(5)
        elif right:
            robot.turn_right(5)
        else:
            robot.forward(1)
