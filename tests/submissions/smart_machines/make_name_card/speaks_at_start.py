# points: 5
# hint: speaks_too_early
# why: says its name first and greets at the goal
robot_name = "Zuzu"


def program(robot):
    robot.say(robot_name)
    robot.forward(4)
    robot.say("Salam")
