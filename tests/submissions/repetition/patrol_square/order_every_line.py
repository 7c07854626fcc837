# points: 0
# hint: uses_every_piece
# why: puts the surplus line into the loop too
order = ["b", ["e", "d", "a", "c"]]

program = board.function(order, "robot")
