# points: 6
# hint: none
# why: counts the corners down
def program(robot):
    corners = 4
    while corners > 0:
        robot.paint("blue")
        for step in range(3):
            robot.forward()
        robot.turn_right()
        corners = corners - 1
