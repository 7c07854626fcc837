# points: 1
# hint: fits_one_town
# why: takes the short cut of the first town
def program(robot):
    robot.forward(5)
    robot.turn_right()
    robot.forward(4)
    robot.turn_left()
    robot.forward(2)
