# points: 6
# hint: none
# why: shows the numbers after each answer
# form: pad
machine = {"first": ["zero"], "each": ["one_more", "show"], "end": []}
show(tally(answers))
