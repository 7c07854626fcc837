# points: 5
# hint: none
# why: down first, with cards
# form: pad
cards = ["turn_right", ["forward", 3], "turn_left", ["forward", 2], ["forward", 2]]

program = follow(cards)
