# points: 1
# hint: turns_to_one_side
# why: always turns right
# form: pad
cards = [["repeat_until_goal", [["if_wall", ["turn_right"], ["forward"]]]]]

program = follow(cards)
