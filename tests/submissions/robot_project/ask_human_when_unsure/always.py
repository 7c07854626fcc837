# points: 0
# hint: always_asks
# why: always asks
def decide(kind, sure, threshold):
    return "ask"
