# points: 0
# hint: asks_above
# why: takes > for <
def decide(kind, sure, threshold):
    if sure > threshold:
        return "ask"
    return kind
