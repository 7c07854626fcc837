# points: 0
# hint: bumps_on_and_on
# why: never looks
def program(robot):
    while not robot.at_goal():
        robot.forward()
