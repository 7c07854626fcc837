# points: 7
# hint: none
# why: asks first whether it is sure enough
def decide(kind, sure, threshold):
    if sure >= threshold:
        return kind
    return "ask"
