# points: 0
# hint: turns_twice_to_one_side
# why: turns right both times, with cards
# form: pad
cards = [["forward", 2], "turn_right", ["forward", 3], "turn_right", ["forward", 2]]

program = follow(cards)
