# points: 0
# hint: stops_before_the_end
# why: three sides
def program(robot):
    for side in range(3):
        robot.paint("blue")
        robot.forward(3)
        robot.turn_right()
