# points: 0
# hint: keeps_the_old_steps
# why: two lines of water in each round
def program(robot):
    for i in range(6):
        robot.forward()
        robot.water()
        robot.water()
