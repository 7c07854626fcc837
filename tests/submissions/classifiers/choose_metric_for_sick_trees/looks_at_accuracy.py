# points: 3
# hint: trusts_accuracy
# why: takes the number that is used most
metric = "accuracy"
reason = "b"
threshold = 40
