# points: 1
# hint: fits_one_town
# why: takes the short cut, with cards
# form: pad
cards = [["forward", 5], "turn_right", ["forward", 4], "turn_left", ["forward", 2]]

program = follow(cards)
