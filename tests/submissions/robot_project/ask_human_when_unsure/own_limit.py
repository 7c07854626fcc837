# points: 5
# hint: has_its_own_limit
# why: compares with 80
def decide(kind, sure, threshold):
    if sure < 80:
        return "ask"
    return kind
