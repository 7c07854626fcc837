# points: 0
# hint: never_turns_on_the_way
# why: the turn does not stand further in
order = ["b", ["e", "d"], "a"]

program = board.function(order, "robot")
