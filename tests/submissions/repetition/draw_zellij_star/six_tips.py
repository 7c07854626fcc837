# points: 0
# hint: has_another_number_of_tips
# why: six tips
def program(robot):
    for tip in range(6):
        robot.forward(30)
        robot.turn_right(90)
        robot.forward(30)
        robot.turn_left(30)
