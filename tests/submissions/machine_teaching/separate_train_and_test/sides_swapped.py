# points: 6
# hint: has_large_exam
# why: more in the exam than for training
train = photos[8:]
test = photos[:8]
order = ["collect", "aside", "give", "ask", "count"]
