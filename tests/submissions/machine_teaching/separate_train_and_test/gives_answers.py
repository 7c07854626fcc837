# points: 5
# hint: gives_the_answers
# why: uses every step
train = photos[:8]
test = photos[8:]
order = ["collect", "aside", "copy", "give", "ask", "count"]
