# points: 5
# hint: suspects_the_stall
# why: takes the stall for the clue that fools
clues = ["width", "color"]
false_clue = "stall"
