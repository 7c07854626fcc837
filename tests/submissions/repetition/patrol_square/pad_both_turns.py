# points: 0
# hint: uses_every_piece
# why: uses the surplus card too
# form: pad
cards = [["repeat", 4, [["paint", "blue"], "turn_left", ["repeat", 3, ["forward"]], "turn_right"]]]

program = follow(cards)
