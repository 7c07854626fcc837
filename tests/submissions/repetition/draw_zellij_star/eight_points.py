# points: 2
# hint: has_no_notches
# why: a star of eight long lines, without notches
def program(robot):
    for side in range(8):
        robot.forward(60)
        robot.turn_right(135)
