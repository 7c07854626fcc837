# points: 5
# hint: suspects_a_measure
# why: takes the color for the clue that fools
# form: pad
clues = ["length", "width"]
false_clue = "color"
