# points: 6
# hint: none
# why: takes color and width, round brackets
# form: pad
clues = ("color", "width")
false_clue = "basket"
