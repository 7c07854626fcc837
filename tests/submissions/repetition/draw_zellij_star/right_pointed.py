# points: 6
# hint: none
# why: more pointed tips, named lengths
def program(robot):
    side = 25
    for number in range(1, 17):
        robot.forward(side)
        if number % 2 == 0:
            robot.turn_left(75)
        else:
            robot.turn_right(120)
