# points: 0
# hint: uses_other_words
# why: kind between quotes
def decide(kind, sure, threshold):
    if sure < threshold:
        return "ask"
    return "kind"
