# points: 0
# hint: adds_a_turn
# why: puts the right turn beside the wrong one
def program(robot):
    robot.forward(3)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
