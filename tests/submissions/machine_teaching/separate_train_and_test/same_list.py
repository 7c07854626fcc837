# points: 2
# hint: shares_photos
# why: uses all photos twice
train = photos
test = photos
order = ["collect", "aside", "give", "ask", "count"]
