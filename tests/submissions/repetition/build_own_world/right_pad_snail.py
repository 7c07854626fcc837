# points: 6
# hint: none
# why: a snail, with cards
# form: pad
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
cards = [["repeat_until_goal", [["if_wall", ["turn_right"], ["forward"]]]]]

program = follow(cards)
# %%
who_arrives = ["hand", "spinner"]
