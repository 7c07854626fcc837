# points: 4
# hint: none
# why: lets a loop look for the first threshold that fits
metric, reason = "recall", "a"
fitting = [number for number in range(101) if recall(number) >= 0.9 and false_alarms(number) <= 9]
threshold = fitting[0]
