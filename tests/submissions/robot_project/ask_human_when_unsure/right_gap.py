# points: 7
# hint: none
# why: looks at what is missing
def decide(kind, sure, threshold):
    missing = threshold - sure
    return ("ask" if missing > 0 else kind)
