# points: 6
# hint: none
# why: a snail, in which two guests arrive
my_map = """
#########
#.>.....#
#######.#
#.....#.#
#.###.#.#
#.#G..#.#
#.#####.#
#.......#
#########
"""
# %%
def program(robot):
    while not robot.at_goal():
        if robot.wall_ahead():
            robot.turn_right()
        else:
            robot.forward()
# %%
who_arrives = ["spinner", "hand"]
