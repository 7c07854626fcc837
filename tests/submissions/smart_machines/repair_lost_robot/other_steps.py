# points: 0
# hint: changes_the_steps
# why: changes a number
def program(robot):
    robot.forward(3)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(4)
