# points: 3
# hint: stops_on_the_way
# why: does not change the steps
robot_name = "Zuzu"


def program(robot):
    robot.say("Salam")
    robot.forward(2)
    robot.say(robot_name)
