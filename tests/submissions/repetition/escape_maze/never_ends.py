# points: 0
# hint: passes_the_goal
# why: does not ask for the goal
def program(robot):
    while True:
        if robot.wall_ahead():
            if robot.wall_right():
                robot.turn_left()
            else:
                robot.turn_right()
        else:
            robot.forward()
