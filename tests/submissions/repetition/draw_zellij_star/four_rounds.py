# points: 0
# hint: stops_before_the_end
# why: keeps the four rounds
def program(robot):
    for tip in range(4):
        robot.forward(30)
        robot.turn_right(90)
        robot.forward(30)
        robot.turn_left(45)
