# points: 0
# hint: turns_to_one_side
# why: always turns left
def program(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_left()
        else:
            robot.forward()
