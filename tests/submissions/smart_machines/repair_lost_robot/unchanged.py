# points: 0
# hint: is_as_before
# why: changes nothing
def program(robot):
    robot.forward(3)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
