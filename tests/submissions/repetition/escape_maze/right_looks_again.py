# points: 6
# hint: none
# why: turns right, looks again, and turns round when that was wrong
def program(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
            if robot.wall_ahead():
                robot.turn_right()
                robot.turn_right()
        robot.forward()
