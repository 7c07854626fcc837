# points: 0
# hint: bumps
# why: takes the long line first
order = ["c", "b", "a", "d", "e"]

program = board.function(order, "robot")
