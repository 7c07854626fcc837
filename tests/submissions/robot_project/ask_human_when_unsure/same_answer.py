# points: 0
# hint: never_asks
# why: both answers are the kind
def decide(kind, sure, threshold):
    if sure < threshold:
        return kind
    return kind
