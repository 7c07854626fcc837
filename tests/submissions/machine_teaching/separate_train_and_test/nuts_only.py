# points: 5
# hint: has_one_kind
# why: only one fruit in the exam
train = photos[:10]
test = photos[10:]
order = ["collect", "aside", "give", "ask", "count"]
