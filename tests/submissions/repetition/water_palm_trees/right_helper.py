# points: 6
# hint: none
# why: gives the two steps a name of their own
def next_palm(robot):
    robot.forward()
    robot.water()


def program(robot):
    for number in [1, 2, 3, 4, 5, 6]:
        next_palm(robot)
