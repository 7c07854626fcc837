# points: 0
# hint: says_yes_or_no
# why: gives back the comparison
def decide(kind, sure, threshold):
    return sure < threshold
