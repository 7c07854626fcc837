# points: 3
# hint: shares_fruits
# why: puts the backs into the exam
train = photos[::2]
test = photos[1::2]
order = ["collect", "aside", "give", "ask", "count"]
