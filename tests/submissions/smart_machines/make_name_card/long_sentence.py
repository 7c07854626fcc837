# points: 2
# hint: does_not_fit
# why: a sentence in place of a name
robot_name = "The fastest robot of the whole souk"


def program(robot):
    robot.say("Salam")
    robot.forward(4)
    robot.say(robot_name)
