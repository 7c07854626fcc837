# points: 0
# hint: has_other_size
# why: chooses a letter and leaves the board as it was
# form: pad
letter = "t"
picture = []
