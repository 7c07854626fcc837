# points: 0
# hint: turns_on_the_spot
# why: turns to the side where the wall is
def program(robot):
    while not robot.at_goal():
        if not robot.wall_ahead():
            robot.forward()
        elif robot.wall_right():
            robot.turn_right()
        else:
            robot.turn_left()
