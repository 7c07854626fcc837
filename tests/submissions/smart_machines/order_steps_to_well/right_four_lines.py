# points: 5
# hint: none
# why: along the upper wall, then down
order = ["a", "e", "f", "c"]

program = board.function(order, "robot")
