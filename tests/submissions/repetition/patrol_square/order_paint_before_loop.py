# points: 4
# hint: paints_only_one
# why: paints before the loop
order = ["e", "b", ["d", "a"]]

program = board.function(order, "robot")
