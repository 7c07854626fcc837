# points: 1
# hint: chooses_one
# why: chooses one clue
# form: pad
clues = ["width"]
false_clue = "basket"
