# points: 0
# hint: turns_left_first
# why: turns left at the start
order = ["d", "c", "b", "a", "e"]

program = board.function(order, "robot")
