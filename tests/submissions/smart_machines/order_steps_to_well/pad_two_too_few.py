# points: 0
# hint: stops_on_the_way
# why: leaves the last card out
# form: pad
cards = [["forward", 2], "turn_right", ["forward", 3], "turn_left"]

program = follow(cards)
