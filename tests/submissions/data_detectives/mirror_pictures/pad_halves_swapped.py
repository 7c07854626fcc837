# points: 2
# hint: loses_columns
# why: swaps the two halves
# form: pad
white_becomes = "black"
black_becomes = "white"
columns = ["5", "6", "7", "8", "1", "2", "3", "4"]
