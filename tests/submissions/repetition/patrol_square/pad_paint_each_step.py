# points: 4
# hint: paints_all_the_way
# why: paints at each step
# form: pad
cards = [["repeat", 4, [["repeat", 3, ["forward", ["paint", "blue"]]], "turn_right"]]]

program = follow(cards)
