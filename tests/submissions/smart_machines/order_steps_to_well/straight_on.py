# points: 0
# hint: goes_only_straight
# why: only steps
order = ["a", "c", "e"]

program = board.function(order, "robot")
