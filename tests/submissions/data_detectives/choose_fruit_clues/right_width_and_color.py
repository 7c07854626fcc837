# points: 6
# hint: none
# why: takes width and color
clues = ["width", "color"]
false_clue = "basket"
