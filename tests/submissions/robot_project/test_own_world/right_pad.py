# points: 8
# hint: none
# why: three pieces in a row, with a repeat card
# form: pad
picture = [
    [3, 2, 2, 2, 0, 0, 0, 0],
    [0, 1, 0, 1, 0, 1, 1, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 4],
]

my_map = map_of(picture)
# %%
cards = [["repeat", 3, ["forward", "pick"]], ["forward", 4], "turn_right", ["forward", 7]]

program = follow(cards)
# %%
verdicts = {"passed": ["on_star", "none_left", "no_bump"], "failed": ["bumped", "some_left", "elsewhere"]}
