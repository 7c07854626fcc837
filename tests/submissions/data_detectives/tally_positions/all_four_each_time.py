# points: 0
# hint: raises_all
# why: adds to all four for every answer
def tally(answers):
    counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
    for answer in answers:
        for position in counts:
            counts[position] = counts[position] + 1
    return counts
