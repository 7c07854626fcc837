# points: 6
# hint: none
# why: eight squares, each turned by an eighth
def program(robot):
    for leaf in range(8):
        for side in range(4):
            robot.forward(40)
            robot.turn_right(90)
        robot.turn_right(360 / 8)
