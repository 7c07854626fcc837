# points: 1
# hint: stops_before_the_end
# why: turns back by 60 at a notch
def program(robot):
    for tip in range(8):
        robot.forward(30)
        robot.turn_right(90)
        robot.forward(30)
        robot.turn_left(60)
