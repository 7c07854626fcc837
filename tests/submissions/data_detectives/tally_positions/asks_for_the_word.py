# points: 0
# hint: counts_nothing
# why: puts the name of the variable between quotes
def tally(answers):
    counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
    for answer in answers:
        if "answer" in counts:
            counts["answer"] = counts["answer"] + 1
    return counts
