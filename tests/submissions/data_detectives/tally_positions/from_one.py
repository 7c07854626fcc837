# points: 0
# hint: begins_at_one
# why: begins with ones
def tally(answers):
    counts = {"keeper": 1, "defender": 1, "midfielder": 1, "striker": 1}
    for answer in answers:
        counts[answer] = counts[answer] + 1
    return counts
