# points: 0
# hint: changes_a_right_turn
# why: changes the first turn
def program(robot):
    robot.forward(3)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
