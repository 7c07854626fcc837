# points: 5
# hint: none
# why: a longer card
# form: pad
cards = [["forward", 4], "turn_right", ["forward", 3]]

program = follow(cards)
