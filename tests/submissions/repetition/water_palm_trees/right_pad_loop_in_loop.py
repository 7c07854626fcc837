# points: 6
# hint: none
# why: a loop in a loop
# form: pad
cards = [["repeat", 2, [["repeat", 3, ["forward", "water"]]]]]

program = follow(cards)
