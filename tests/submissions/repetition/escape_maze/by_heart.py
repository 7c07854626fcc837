# points: 1
# hint: fits_one_lane_only
# why: the way through one lane
def program(robot):
    robot.forward(2)
    robot.turn_right()
    robot.forward(2)
    robot.turn_right()
    robot.forward(2)
    robot.turn_left()
    robot.forward(2)
    robot.turn_left()
    robot.forward(4)
