# points: 1
# hint: too_many_alarms
# why: visits nearly all trees to be safe
metric = "recall"
reason = "a"
threshold = 10
