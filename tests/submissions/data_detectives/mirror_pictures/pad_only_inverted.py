# points: 2
# hint: mirrors_not_at_all
# why: leaves the columns as they are
# form: pad
white_becomes = "black"
black_becomes = "white"
columns = ["1", "2", "3", "4", "5", "6", "7", "8"]
