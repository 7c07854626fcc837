# points: 2
# hint: forgets_those_without_answer
# why: leaves the zeros out
# form: pad
machine = {"first": [], "each": ["one_more"], "end": ["show"]}
show(tally(answers))
