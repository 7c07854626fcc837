# points: 0
# hint: mixes_them_up
# why: far below is sorted again
def decide(kind, sure, threshold):
    if sure < threshold and sure > 50:
        return "ask"
    return kind
