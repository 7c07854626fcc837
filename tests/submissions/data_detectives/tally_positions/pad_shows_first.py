# points: 0
# hint: shows_too_early
# why: shows the numbers before it adds
# form: pad
machine = {"first": ["zero"], "each": ["show", "one_more"], "end": []}
show(tally(answers))
