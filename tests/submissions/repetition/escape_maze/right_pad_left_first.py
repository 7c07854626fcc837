# points: 6
# hint: none
# why: looks left first, then right
# form: pad
cards = [["repeat_until_goal", [["if_wall", ["turn_left", ["if_wall", ["turn_right", "turn_right"], []]], ["forward"]]]]]

program = follow(cards)
