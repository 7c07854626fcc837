# points: 0
# hint: stops_in_the_row
# why: counts from 1 to 5
def program(robot):
    for i in range(1, 6):
        robot.forward()
        robot.water()
