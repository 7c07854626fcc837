# points: 0
# hint: goes_on_at_the_wall
# why: keeps the four old lines in front of the loop
def program(robot):
    robot.forward()
    robot.water()
    robot.forward()
    robot.water()
    for i in range(6):
        robot.forward()
        robot.water()
