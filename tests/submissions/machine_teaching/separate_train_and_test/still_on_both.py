# points: 2
# hint: shares_photos
# why: changes one line only
train = photos[:9]
test = photos[8:]
order = ["collect", "aside", "give", "ask", "count"]
