# points: 6
# hint: none
# why: a loop without end that is left at the star
def program(robot):
    while True:
        if robot.at_goal():
            return
        sensors = robot.line()
        left_motor = right_motor = 0.5
        if sensors[0]:
            left_motor = 0
        if sensors[2]:
            right_motor = 0
        robot.motors(left_motor, right_motor)
