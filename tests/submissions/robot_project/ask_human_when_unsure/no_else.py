# points: 0
# hint: forgets_one_answer
# why: no answer when not sure
def decide(kind, sure, threshold):
    if sure >= threshold:
        return kind
