# points: 7
# hint: none
# why: sorts by fruit in a loop
train = []
test = []
for photo in photos:
    if "_b_" in photo:
        test.append(photo)
    else:
        train.append(photo)
order = ["collect", "aside", "give", "ask", "count"]
