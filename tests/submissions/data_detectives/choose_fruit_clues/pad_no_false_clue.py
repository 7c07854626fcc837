# points: 5
# hint: names_no_false_clue
# why: chooses well and finds no false clue
# form: pad
clues = ["length", "width"]
false_clue = None
