# points: 1
# hint: threshold_is_text
# why: puts quotation marks around the number
metric = "recall"
reason = "a"
threshold = "40"
