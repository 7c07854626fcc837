# points: 5
# hint: has_no_notches
# why: sixteen sides, all turned to the right
def program(robot):
    for side in range(16):
        robot.forward(15)
        robot.turn_right(22.5)
