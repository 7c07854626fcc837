# points: 0
# hint: uses_every_piece
# why: uses the surplus line too
def program(robot):
    for side in range(4):
        robot.paint("blue")
        robot.forward(3)
        robot.turn_right()
        robot.turn_left()
