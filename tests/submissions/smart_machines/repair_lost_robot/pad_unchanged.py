# points: 0
# hint: is_as_before
# why: changes nothing, with cards
# form: pad
cards = [["forward", 3], "turn_right", ["forward", 2], "turn_left", ["forward", 2], "turn_left", ["forward", 2], "turn_left", ["forward", 2]]

program = follow(cards)
