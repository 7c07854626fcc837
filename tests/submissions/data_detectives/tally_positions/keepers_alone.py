# points: 0
# hint: counts_keepers_alone
# why: leaves the function as it is
def tally(answers):
    counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
    for answer in answers:
        if answer == "keeper":
            counts["keeper"] = counts["keeper"] + 1
    return counts
