# points: 0
# hint: looks_once
# why: if, but no loop
def program(robot):
    if robot.wall_ahead():
        robot.turn_right()
    else:
        robot.forward()
