# points: 1
# hint: turns_on_the_spot
# why: one turn back is not enough
# form: pad
cards = [["repeat_until_goal", [["if_wall", ["turn_right", ["if_wall", ["turn_left"], []]], ["forward"]]]]]

program = follow(cards)
