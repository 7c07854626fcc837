# points: 0
# hint: copies_only
# why: leaves both machines as they are
# form: pad
white_becomes = "white"
black_becomes = "black"
columns = ["1", "2", "3", "4", "5", "6", "7", "8"]
