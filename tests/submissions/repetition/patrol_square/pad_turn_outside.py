# points: 0
# hint: never_turns_on_the_way
# why: only the turn lies in the loop
# form: pad
cards = [["paint", "blue"], ["repeat", 3, ["forward"]], ["repeat", 4, ["turn_right"]]]

program = follow(cards)
