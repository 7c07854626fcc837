# points: 0
# hint: shows_too_early
# why: leaves the last answer out
def tally(answers):
    counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
    for number in range(len(answers) - 1):
        counts[answers[number]] = counts[answers[number]] + 1
    return counts
