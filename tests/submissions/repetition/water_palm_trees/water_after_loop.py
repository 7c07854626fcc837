# points: 0
# hint: pours_after_the_loop
# why: water does not stand further in
def program(robot):
    for i in range(6):
        robot.forward()
    robot.water()
