# points: 6
# hint: none
# why: greets with the name, and steps one by one
robot_name = "روبوتي"


def program(robot):
    robot.say(f"Salam, {robot_name}")
    robot.forward()
    robot.forward(2)
    robot.forward()
    robot.say(robot_name)
