# points: 7
# hint: none
# why: three fruits on each side
train = photos[:6]
test = photos[6:]
order = ["collect", "aside", "give", "ask", "count"]
