# points: 5
# hint: none
# why: down along the left wall first
order = ["b", "c", "d", "a", "e"]

program = board.function(order, "robot")
