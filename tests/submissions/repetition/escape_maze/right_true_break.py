# points: 6
# hint: none
# why: an endless loop that ends with return
def program(robot):
    while True:
        if robot.at_goal():
            return
        if robot.wall_ahead():
            if robot.wall_left():
                robot.turn_right()
            else:
                robot.turn_left()
        robot.forward()
