# points: 0
# hint: drives_into_the_wall
# why: sides of two meters
def program(robot):
    for tip in range(8):
        robot.forward(200)
        robot.turn_right(90)
        robot.forward(200)
        robot.turn_left(45)
