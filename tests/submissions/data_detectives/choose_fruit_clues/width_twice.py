# points: 1
# hint: chooses_one
# why: chooses the same clue two times
clues = ["width", "width"]
false_clue = "basket"
