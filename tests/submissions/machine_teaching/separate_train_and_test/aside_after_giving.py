# points: 5
# hint: puts_aside_too_late
# why: puts aside what the model was given
train = photos[:8]
test = photos[8:]
order = ["collect", "give", "aside", "ask", "count"]
