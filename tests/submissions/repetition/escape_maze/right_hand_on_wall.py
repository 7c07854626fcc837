# points: 6
# hint: none
# why: keeps the right hand on the wall
def program(robot):
    while not robot.at_goal():
        if not robot.wall_right():
            robot.turn_right()
            robot.forward()
        elif robot.wall_ahead():
            robot.turn_left()
        else:
            robot.forward()
