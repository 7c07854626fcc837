# points: 0
# hint: counts_nothing
# why: forgets to show the numbers
# form: pad
machine = {"first": ["zero"], "each": ["one_more"], "end": []}
show(tally(answers))
