# points: 2
# hint: leaves_photos_out
# why: two photos lie on no side
train = photos[:6]
test = photos[8:]
order = ["collect", "aside", "give", "ask", "count"]
