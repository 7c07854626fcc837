# points: 6
# hint: none
# why: the first palm by hand, five in a loop
# form: pad
cards = ["forward", "water", ["repeat", 5, ["forward", "water"]]]

program = follow(cards)
