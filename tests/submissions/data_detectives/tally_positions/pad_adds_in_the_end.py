# points: 0
# hint: counts_nothing
# why: adds only in the end
# form: pad
machine = {"first": ["zero"], "each": [], "end": ["one_more", "show"]}
show(tally(answers))
