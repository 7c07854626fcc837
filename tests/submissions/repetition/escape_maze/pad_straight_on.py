# points: 0
# hint: bumps_on_and_on
# why: never looks
# form: pad
cards = [["repeat_until_goal", ["forward"]]]

program = follow(cards)
