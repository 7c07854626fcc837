# points: 0
# hint: never_turns_on_the_way
# why: the turn does not stand in the loop
def program(robot):
    for side in range(4):
        robot.paint("blue")
        robot.forward(3)
    robot.turn_right()
