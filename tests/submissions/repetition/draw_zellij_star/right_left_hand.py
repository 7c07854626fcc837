# points: 6
# hint: none
# why: the same star, mirrored
def program(robot):
    for tip in range(8):
        robot.forward(30)
        robot.turn_left(90)
        robot.forward(30)
        robot.turn_right(45)
