# points: 6
# hint: none
# why: lays the columns from the last to the first
# form: pad
white_becomes = "black"
black_becomes = "white"
columns = []
for number in (8, 7, 6, 5, 4, 3, 2, 1):
    columns.append(str(number))
