# points: 6
# hint: none
# why: three rounds of two palms
# form: pad
cards = [["repeat", 3, ["forward", "water", "forward", "water"]]]

program = follow(cards)
