# points: 6
# hint: none
# why: paints at the end of each side
# form: pad
cards = [["repeat", 4, [["repeat", 3, ["forward"]], ["paint", "blue"], "turn_right"]]]

program = follow(cards)
