# points: 0
# hint: pours_after_the_loop
# why: the water card lies outside
# form: pad
cards = [["repeat", 6, ["forward"]], "water"]

program = follow(cards)
