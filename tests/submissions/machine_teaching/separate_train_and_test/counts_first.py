# points: 5
# hint: counts_too_early
# why: counts before the model predicts
train = photos[:8]
test = photos[8:]
order = ["collect", "aside", "give", "count", "ask"]
