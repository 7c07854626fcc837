# points: 6
# hint: none
# why: begins at a notch
def program(robot):
    def tip():
        robot.forward(30)
        robot.turn_left(45)
        robot.forward(30)
        robot.turn_right(90)

    for i in range(8):
        tip()
