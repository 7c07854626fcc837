# points: 2
# hint: is_too_long
# why: uses every line
order = ["a", "b", "c", "d", "e", "f"]

program = board.function(order, "robot")
