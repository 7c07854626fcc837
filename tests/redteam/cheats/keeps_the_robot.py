# tries: the robot of the first meeting used in all others
# points: 1
# stock: run
# exercise: guide_robot
kept = []

def goes(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()

def program(robot):
    kept.append(robot)
    goes(kept[0])
