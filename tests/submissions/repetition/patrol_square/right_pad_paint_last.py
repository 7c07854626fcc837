# points: 6
# hint: none
# why: paints after the turn
# form: pad
cards = [["repeat", 4, [["repeat", 3, ["forward"]], "turn_right", ["paint", "blue"]]]]

program = follow(cards)
