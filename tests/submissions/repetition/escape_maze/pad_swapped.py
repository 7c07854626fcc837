# points: 0
# hint: goes_when_there_is_a_wall
# why: the two halves of the card are swapped
# form: pad
cards = [["repeat_until_goal", [["if_wall", ["forward"], ["turn_left"]]]]]

program = follow(cards)
