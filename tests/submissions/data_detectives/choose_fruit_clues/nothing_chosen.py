# points: 1
# hint: chooses_nothing
# why: finds the false clue and chooses none
clues = []
false_clue = "basket"
