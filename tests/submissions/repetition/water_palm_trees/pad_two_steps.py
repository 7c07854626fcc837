# points: 0
# hint: leaves_palms_out
# why: two steps in each round
# form: pad
cards = [["repeat", 3, ["forward", "forward", "water"]]]

program = follow(cards)
