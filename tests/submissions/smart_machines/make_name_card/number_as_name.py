# points: 2
# hint: is_no_text
# why: a number without quotes
robot_name = 7


def program(robot):
    robot.say("Salam")
    robot.forward(4)
    robot.say(robot_name)
