# points: 0
# hint: takes_a_turn_out
# why: deletes the wrong turn
def program(robot):
    robot.forward(3)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
