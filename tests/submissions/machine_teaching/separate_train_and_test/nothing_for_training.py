# points: 2
# hint: is_one_sided
# why: keeps everything for the exam
train = []
test = photos
order = ["collect", "aside", "give", "ask", "count"]
