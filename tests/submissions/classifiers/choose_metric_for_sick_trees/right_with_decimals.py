# points: 4
# hint: none
# why: a number between two scores
metric = "recall"
reason = "a"
threshold = 40.5
