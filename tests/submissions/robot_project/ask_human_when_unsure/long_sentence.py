# points: 0
# hint: uses_other_words
# why: another word
def decide(kind, sure, threshold):
    if sure < threshold:
        return "ask a human"
    return kind
