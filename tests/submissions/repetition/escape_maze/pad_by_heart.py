# points: 1
# hint: fits_one_lane_only
# why: the way through one lane
# form: pad
cards = ["forward", "forward", "turn_right", "forward", "forward", "turn_right", "forward", "forward", "turn_left", "forward", "forward", "turn_left", ["repeat", 4, ["forward"]]]

program = follow(cards)
