# points: 1
# hint: believes_the_basket
# why: believes the basket
clues = ["length", "basket"]
false_clue = "stall"
