# points: 7
# hint: none
# why: keeps the answer in a variable
def decide(kind, sure, threshold):
    answer = kind
    if threshold > sure:
        answer = "ask"
    return answer
