# points: 6
# hint: none
# why: feels for the wall on the right
# form: pad
cards = [["repeat_until_goal", ["turn_right", ["if_wall", ["turn_left", ["if_wall", ["turn_left"], ["forward"]]], ["forward"]]]]]

program = follow(cards)
