# points: 4
# hint: paints_only_one
# why: paints after the loop
# form: pad
cards = [["repeat", 4, [["repeat", 3, ["forward"]], "turn_right"]], ["paint", "blue"]]

program = follow(cards)
