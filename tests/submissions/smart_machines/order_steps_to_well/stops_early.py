# points: 0
# hint: stops_on_the_way
# why: leaves the last line out
order = ["b", "c", "d", "e"]

program = board.function(order, "robot")
