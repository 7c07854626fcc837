# points: 0
# hint: draws_the_square_again
# why: changes only the number of rounds
def program(robot):
    for side in range(8):
        robot.forward(30)
        robot.turn_right(90)
