# points: 0
# hint: turns_twice_to_one_side
# why: turns right both times
order = ["a", "b", "c", "f", "e"]

program = board.function(order, "robot")
