# points: 5
# hint: asks_at_limit
# why: asks at the threshold too
def decide(kind, sure, threshold):
    if sure <= threshold:
        return "ask"
    return kind
