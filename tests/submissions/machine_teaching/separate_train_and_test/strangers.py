# points: 2
# hint: names_strangers
# why: invents a photo
train = photos[:8]
test = photos[8:] + ["date_a_front"]
order = ["collect", "aside", "give", "ask", "count"]
