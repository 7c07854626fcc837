# points: 2
# hint: believes_the_basket
# why: names the false clue and takes it all the same
# form: pad
clues = ["width", "basket"]
false_clue = "basket"
