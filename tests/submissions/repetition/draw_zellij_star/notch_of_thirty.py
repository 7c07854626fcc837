# points: 0
# hint: goes_too_far
# why: turns back by 30 at a notch
def program(robot):
    for tip in range(8):
        robot.forward(30)
        robot.turn_right(90)
        robot.forward(30)
        robot.turn_left(30)
