# points: 1
# hint: has_another_number_of_tips
# why: ten tips
def program(robot):
    for tip in range(10):
        robot.forward(20)
        robot.turn_right(90)
        robot.forward(20)
        robot.turn_left(54)
