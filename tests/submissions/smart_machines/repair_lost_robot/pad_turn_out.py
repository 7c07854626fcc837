# points: 0
# hint: takes_a_turn_out
# why: takes the wrong card out
# form: pad
cards = [["forward", 3], "turn_right", ["forward", 2], "turn_left", ["forward", 2], ["forward", 2], "turn_left", ["forward", 2]]

program = follow(cards)
