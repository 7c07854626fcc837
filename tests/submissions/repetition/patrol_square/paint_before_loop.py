# points: 4
# hint: paints_only_one
# why: paints before the loop
def program(robot):
    robot.paint("blue")
    for side in range(4):
        robot.forward(3)
        robot.turn_right()
