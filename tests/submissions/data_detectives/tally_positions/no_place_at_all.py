# points: 0
# hint: forgets_those_without_answer
# why: begins without any place to count
def tally(answers):
    counts = {}
    for answer in answers:
        counts[answer] = counts[answer] + 1
    return counts
