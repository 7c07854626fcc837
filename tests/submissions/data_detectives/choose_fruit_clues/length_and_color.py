# points: 2
# hint: says_the_same_twice
# why: chooses two clues that say the same
clues = ["length", "color"]
false_clue = "basket"
