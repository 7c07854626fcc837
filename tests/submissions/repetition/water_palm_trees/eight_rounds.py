# points: 0
# hint: goes_on_at_the_wall
# why: two rounds too many
def program(robot):
    for i in range(8):
        robot.forward()
        robot.water()
