# points: 0
# hint: goal_lies_straight_ahead
# why: the goal lies at the end of the first street
my_map = """
########
#>....G#
####.###
#.##.#.#
########
"""
# %%
def program(robot):
    robot.forward(5)
# %%
who_arrives = ["arrow", "spinner", "hand"]
