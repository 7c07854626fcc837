# points: 6
# hint: none
# why: asks four times
def tally(answers):
    counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
    for answer in answers:
        if answer == "keeper":
            counts["keeper"] = counts["keeper"] + 1
        if answer == "defender":
            counts["defender"] = counts["defender"] + 1
        if answer == "midfielder":
            counts["midfielder"] = counts["midfielder"] + 1
        if answer == "striker":
            counts["striker"] = counts["striker"] + 1
    return counts
