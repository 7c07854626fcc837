# points: 5
# hint: does_not_greet
# why: throws the greeting away
robot_name = "Zuzu"


def program(robot):
    robot.forward(4)
    robot.say(robot_name)
