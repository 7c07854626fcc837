# points: 1
# hint: misses_sick_trees
# why: takes the middle of the scale
metric = "recall"
reason = "a"
threshold = 50
