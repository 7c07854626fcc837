# points: 2
# hint: forgets_those_without_answer
# why: makes a place only for positions that are named
def tally(answers):
    counts = {}
    for answer in answers:
        counts[answer] = counts.get(answer, 0) + 1
    return counts
