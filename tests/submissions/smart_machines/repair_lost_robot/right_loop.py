# points: 6
# hint: none
# why: the last four turns in a loop
def program(robot):
    robot.forward()
    for i in range(2):
        robot.forward(2)
        robot.turn_right()
        robot.forward(2)
        robot.turn_left()
    robot.forward(2)
