# points: 2
# hint: paints_all_white
# why: makes white of both
# form: pad
white_becomes = "white"
black_becomes = "white"
columns = ["8", "7", "6", "5", "4", "3", "2", "1"]
