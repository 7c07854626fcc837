# points: 2
# hint: loses_columns
# why: swaps the first and the last column only
# form: pad
white_becomes = "black"
black_becomes = "white"
columns = ["8", "2", "3", "4", "5", "6", "7", "1"]
