# points: 5
# hint: pours_beside_the_palms
# why: one round more and water first
def program(robot):
    for i in range(7):
        robot.water()
        robot.forward()
