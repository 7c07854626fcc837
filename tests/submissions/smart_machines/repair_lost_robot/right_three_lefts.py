# points: 6
# hint: none
# why: three turns to the left are one to the right
def program(robot):
    robot.forward(3)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.turn_left()
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
