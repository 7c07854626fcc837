# points: 1
# hint: chooses_unknown
# why: wants a clue that is not there
clues = ["length", "weight"]
false_clue = "basket"
