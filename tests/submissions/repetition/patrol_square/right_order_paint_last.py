# points: 6
# hint: none
# why: puts the lines in order, painting after the turn
order = ["b", ["d", "a", "e"]]

program = board.function(order, "robot")
