# points: 5
# hint: names_the_kind_itself
# why: writes metal
def decide(kind, sure, threshold):
    if sure < threshold:
        return "ask"
    return "metal"
