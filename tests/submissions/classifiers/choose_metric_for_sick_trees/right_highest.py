# points: 4
# hint: none
# why: the highest threshold that fits
metric = "recall"
reason = "a"
threshold = 46
