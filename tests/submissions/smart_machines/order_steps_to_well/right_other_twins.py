# points: 5
# hint: none
# why: through the middle, with the other one of equal lines
order = ("e", "f", "c", "d", "a")

program = board.function(order, "robot")
