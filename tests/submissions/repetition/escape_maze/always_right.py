# points: 1
# hint: turns_to_one_side
# why: always turns right
def program(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()
