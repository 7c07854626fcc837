# points: 0
# hint: turns_by_hand
# why: turns by a quarter
def program(robot):
    while not robot.at_goal():
        left, middle, right = robot.line()
        if left:
            robot.turn_left(90)
        elif right:
            robot.turn_right(90)
        else:
            robot.forward(2)
