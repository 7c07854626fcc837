# points: 2
# hint: keeps_the_old_name
# why: keeps the old name
robot_name = "Robot"


def program(robot):
    robot.say("Salam")
    robot.forward(4)
    robot.say(robot_name)
