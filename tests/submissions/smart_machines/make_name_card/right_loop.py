# points: 6
# hint: none
# why: goes on until the goal
robot_name = "Riko 2"


def program(robot):
    robot.say("Salam")
    while not robot.at_goal():
        robot.forward()
    robot.say(robot_name)
