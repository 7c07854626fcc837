# points: 5
# hint: lays_no_steps
# why: forgets the second part
train = photos[:8]
test = photos[8:]
order = []
