# points: 0
# hint: stops_in_the_row
# why: leaves the number of rounds as it was
# form: pad
cards = [["repeat", 2, ["forward", "water"]]]

program = follow(cards)
