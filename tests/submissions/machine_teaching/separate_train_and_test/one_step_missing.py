# points: 5
# hint: mixes_the_steps
# why: leaves out collecting
train = photos[:8]
test = photos[8:]
order = ["aside", "give", "ask", "count"]
