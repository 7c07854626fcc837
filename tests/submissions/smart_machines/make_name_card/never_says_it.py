# points: 3
# hint: says_nothing_new
# why: only greets, twice
robot_name = "Zuzu"


def program(robot):
    robot.say("Salam")
    robot.forward(4)
    robot.say("Salam")
