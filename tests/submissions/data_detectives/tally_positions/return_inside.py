# points: 0
# hint: stops_after_the_first
# why: gives the numbers back inside the loop
def tally(answers):
    counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
    for answer in answers:
        counts[answer] = counts[answer] + 1
        return counts
