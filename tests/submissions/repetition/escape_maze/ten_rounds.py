# points: 0
# hint: stops_on_the_way
# why: a fixed number of rounds
def program(robot):
    for i in range(10):
        if not robot.wall_ahead():
            robot.forward()
        elif robot.wall_right():
            robot.turn_left()
        else:
            robot.turn_right()
