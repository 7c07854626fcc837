# points: 2
# hint: paints_all_black
# why: makes black of both
# form: pad
white_becomes = "black"
black_becomes = "black"
columns = ["8", "7", "6", "5", "4", "3", "2", "1"]
