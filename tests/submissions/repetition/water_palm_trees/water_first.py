# points: 0
# hint: pours_before_the_step
# why: pours, then makes the step
def program(robot):
    for i in range(6):
        robot.water()
        robot.forward()
