# points: 1
# hint: threshold_is_share
# why: writes 0.4 for 40
metric = "recall"
reason = "a"
threshold = 0.4
