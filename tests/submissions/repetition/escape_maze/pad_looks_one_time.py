# points: 0
# hint: looks_once
# why: looks, but without a loop
# form: pad
cards = ["forward", ["if_wall", ["turn_right"], ["forward"]]]

program = follow(cards)
