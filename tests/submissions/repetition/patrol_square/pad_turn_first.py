# points: 0
# hint: turns_before_going
# why: turns, then goes
# form: pad
cards = [["repeat", 4, ["turn_right", ["repeat", 3, ["forward"]], ["paint", "blue"]]]]

program = follow(cards)
