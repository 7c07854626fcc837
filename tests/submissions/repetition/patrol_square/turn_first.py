# points: 0
# hint: turns_before_going
# why: turns, then goes
def program(robot):
    for side in range(4):
        robot.turn_right()
        robot.paint("blue")
        robot.forward(3)
