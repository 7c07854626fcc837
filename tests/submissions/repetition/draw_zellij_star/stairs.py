# points: 1
# hint: turns_back_as_much
# why: turns back by 90
def program(robot):
    for tip in range(8):
        robot.forward(15)
        robot.turn_right(90)
        robot.forward(15)
        robot.turn_left(90)
