# points: 3.5
# hint: no_false_alarm
# why: right metric, fear of walks
metric = "recall"
reason = "c"
threshold = 40
