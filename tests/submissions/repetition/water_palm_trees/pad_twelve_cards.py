# points: 5
# hint: says_it_all
# why: all twelve cards by hand
# form: pad
cards = ["forward", "water"] * 6

program = follow(cards)
