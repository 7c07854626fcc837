# points: 0
# hint: stays_at_one
# why: writes 1 in place of adding 1
def tally(answers):
    counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
    for answer in answers:
        counts[answer] = 1
    return counts
