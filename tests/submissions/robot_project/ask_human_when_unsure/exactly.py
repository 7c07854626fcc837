# points: 0
# hint: sorts_one_number_only
# why: sorts only at the threshold
def decide(kind, sure, threshold):
    if sure == threshold:
        return kind
    return "ask"
