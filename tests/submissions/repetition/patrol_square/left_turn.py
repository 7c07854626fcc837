# points: 0
# hint: goes_the_wrong_way
# why: takes the other turn
def program(robot):
    for side in range(4):
        robot.paint("blue")
        robot.forward(3)
        robot.turn_left()
