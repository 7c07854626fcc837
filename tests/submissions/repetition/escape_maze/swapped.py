# points: 0
# hint: goes_when_there_is_a_wall
# why: turns when the way is free
def program(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.forward()
        else:
            robot.turn_right()
