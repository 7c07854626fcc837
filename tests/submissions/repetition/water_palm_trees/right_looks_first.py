# points: 6
# hint: none
# why: looks whether a palm is there
def program(robot):
    for i in range(7):
        if robot.thing_here() == "palm":
            robot.water()
        robot.forward()
