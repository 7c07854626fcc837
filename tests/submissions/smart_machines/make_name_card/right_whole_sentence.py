# points: 6
# hint: none
# why: says the name inside a sentence
robot_name = "Lumo"


def program(robot):
    robot.say("Salam")
    robot.forward(4)
    robot.say("I am " + robot_name)
