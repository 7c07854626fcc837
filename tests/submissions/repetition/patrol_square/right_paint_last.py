# points: 6
# hint: none
# why: paints after the turn
def program(robot):
    for side in range(4):
        robot.forward(3)
        robot.turn_right()
        robot.paint("blue")
