# points: 0
# hint: is_turned_round
# why: answers swapped
def decide(kind, sure, threshold):
    if sure < threshold:
        return kind
    return "ask"
