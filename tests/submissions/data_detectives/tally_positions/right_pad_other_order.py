# points: 6
# hint: none
# why: fills the boxes from the last one
# form: pad
machine = {"end": ["show"], "each": ["one_more"]}
machine["first"] = ["zero"]
show(tally(answers))
