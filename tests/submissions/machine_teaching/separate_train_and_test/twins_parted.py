# points: 3
# hint: shares_fruits
# why: cuts between the two photos of a fruit
train = photos[:9]
test = photos[9:]
order = ["collect", "aside", "give", "ask", "count"]
