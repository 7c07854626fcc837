# tries: nothing: a with block, a helper thread, and questions of its own
# points: 4
# stock: run
# exercise: guide_robot
import threading

def goes(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()

def program(robot):
    with robot:
        assert "forward" in dir(robot)
        try:
            robot.fly()
        except AttributeError:
            pass
        helper = threading.Thread(target=goes, args=(robot,))
        helper.start()
        helper.join()
