# points: 0
# hint: begins_again_each_time
# why: lays the zeros into the box of each answer
# form: pad
machine = {"first": [], "each": ["zero", "one_more"], "end": ["show"]}
show(tally(answers))
