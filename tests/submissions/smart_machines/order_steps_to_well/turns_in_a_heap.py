# points: 0
# hint: turns_on_the_spot
# why: all steps, all turns
order = ["a", "b", "d", "e", "c"]

program = board.function(order, "robot")
