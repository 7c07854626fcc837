# points: 2
# hint: goes_on_past_the_end
# why: five sides
def program(robot):
    for side in range(5):
        robot.paint("blue")
        robot.forward(3)
        robot.turn_right()
