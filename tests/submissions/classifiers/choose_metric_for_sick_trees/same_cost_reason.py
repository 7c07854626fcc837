# points: 3.5
# hint: mistakes_cost_alike
# why: right metric, reason for another one
metric = "recall"
reason = "b"
threshold = 40
