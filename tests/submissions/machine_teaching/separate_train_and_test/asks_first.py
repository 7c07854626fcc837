# points: 5
# hint: asks_too_early
# why: asks before the model was given anything
train = photos[:8]
test = photos[8:]
order = ["collect", "aside", "ask", "give", "count"]
