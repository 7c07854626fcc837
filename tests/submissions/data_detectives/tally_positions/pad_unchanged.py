# points: 0
# hint: raises_all
# why: leaves the machine as it is
# form: pad
machine = {"first": ["zero"], "each": ["all_more"], "end": ["show"]}
show(tally(answers))
