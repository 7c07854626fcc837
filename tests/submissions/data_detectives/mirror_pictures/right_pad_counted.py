# points: 6
# hint: none
# why: writes the numbers of the columns without quotes
# form: pad
black_becomes = "white"
white_becomes = "black"
columns = [8, 7, 6, 5, 4, 3, 2, 1]
