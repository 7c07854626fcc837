# points: 4
# hint: none
# why: a threshold in the middle of those that fit
metric = "recall"
reason = "a"
threshold = 42
