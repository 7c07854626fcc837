# points: 0
# hint: changes_a_right_turn
# why: changes the second turn
# form: pad
cards = [["forward", 3], "turn_right", ["forward", 2], "turn_right", ["forward", 2], "turn_left", ["forward", 2], "turn_left", ["forward", 2]]

program = follow(cards)
