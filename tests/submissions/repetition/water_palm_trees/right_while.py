# points: 6
# hint: none
# why: counts the rounds by itself
def program(robot):
    rounds = 0
    while rounds < 6:
        robot.forward()
        robot.water()
        rounds = rounds + 1
