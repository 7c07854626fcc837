# points: 7
# hint: none
# why: counts from the end
train = photos[:-4]
test = photos[-4:]
order = ["collect", "aside", "give", "ask", "count"]
