# points: 7
# hint: none
# why: takes the first four for the exam
train = photos[4:]
test = photos[:4]
order = ["collect", "aside", "give", "ask", "count"]
