# points: 6
# hint: none
# why: paints at the end of each side
def program(robot):
    for side in range(4):
        robot.forward(3)
        robot.paint("blue")
        robot.turn_right()
