# points: 6
# hint: none
# why: single steps, with cards
# form: pad
cards = ["forward", "forward", "forward", "turn_right", ["forward", 2], "turn_left", ["forward", 2], "turn_right", "forward", "forward", "turn_left", ["forward", 2]]

program = follow(cards)
