# points: 3
# hint: says_the_word_robot_name
# why: puts the variable between quotes
robot_name = "Zuzu"


def program(robot):
    robot.say("Salam")
    robot.forward(4)
    robot.say("robot_name")
