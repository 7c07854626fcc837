# points: 2
# hint: believes_the_stall
# why: believes the stall
clues = ["color", "stall"]
false_clue = "basket"
