# points: 2
# hint: is_too_long
# why: uses every card
# form: pad
cards = [["forward", 2], "turn_right", ["forward", 3], "turn_left", ["forward", 2], "turn_right"]

program = follow(cards)
