# points: 0
# hint: pours_before_the_step
# why: pours, then makes the step
# form: pad
cards = [["repeat", 6, ["water", "forward"]]]

program = follow(cards)
