# points: 1
# hint: chooses_too_many
# why: chooses all clues
# form: pad
clues = ["length", "width", "color", "basket", "stall"]
false_clue = "basket"
