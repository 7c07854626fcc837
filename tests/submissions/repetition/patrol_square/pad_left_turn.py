# points: 0
# hint: goes_the_wrong_way
# why: takes the other turn
# form: pad
cards = [["repeat", 4, [["paint", "blue"], ["repeat", 3, ["forward"]], "turn_left"]]]

program = follow(cards)
