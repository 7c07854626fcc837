# points: 0
# hint: stops_on_the_way
# why: a fixed number of rounds
# form: pad
cards = [["repeat", 8, [["if_wall", ["turn_right", ["if_wall", ["turn_left", "turn_left"], []]], ["forward"]]]]]

program = follow(cards)
