# points: 7
# hint: none
# why: one line
def decide(kind, sure, threshold):
    return kind if not sure < threshold else "ask"
