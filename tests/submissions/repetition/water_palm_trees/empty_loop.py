# points: 5
# hint: says_it_all
# why: twelve lines, and a loop that does nothing
def program(robot):
    robot.forward()
    robot.water()
    robot.forward()
    robot.water()
    robot.forward()
    robot.water()
    robot.forward()
    robot.water()
    robot.forward()
    robot.water()
    robot.forward()
    robot.water()
    for i in range(6):
        pass
