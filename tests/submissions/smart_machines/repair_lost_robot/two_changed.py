# points: 0
# hint: repairs_too_much
# why: changes the next turn too
def program(robot):
    robot.forward(3)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_right()
    robot.forward(2)
    robot.turn_right()
    robot.forward(2)
