# points: 3
# hint: says_the_old_name
# why: changes the variable, not what is said
robot_name = "Zuzu"


def program(robot):
    robot.say("Salam")
    robot.forward(4)
    robot.say("Robot")
