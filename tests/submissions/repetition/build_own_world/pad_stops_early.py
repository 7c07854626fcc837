# points: 1
# hint: goes_elsewhere
# why: the last card is missing
# form: pad
my_map = """
########
#>...###
####.###
#....#.#
#.##.#G#
#......#
########
"""
# %%
cards = [["repeat", 3, ["forward"]], "turn_right", ["repeat", 4, ["forward"]], "turn_left", "forward", "forward", "turn_left"]

program = follow(cards)
# %%
who_arrives = ["hand"]
