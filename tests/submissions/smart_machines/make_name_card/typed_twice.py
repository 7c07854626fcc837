# points: 5
# hint: types_the_name_twice
# why: types the new name a second time
robot_name = "Zuzu"


def program(robot):
    robot.say("Salam")
    robot.forward(4)
    robot.say("Zuzu")
