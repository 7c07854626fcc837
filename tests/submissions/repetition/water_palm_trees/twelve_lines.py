# points: 5
# hint: says_it_all
# why: all twelve lines by hand
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
