# points: 0
# hint: waters_one_palm_only
# why: the step does not stand in the loop
def program(robot):
    robot.forward()
    for i in range(6):
        robot.water()
