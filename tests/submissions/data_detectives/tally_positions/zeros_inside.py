# points: 0
# hint: begins_again_each_time
# why: writes the zeros inside the loop
def tally(answers):
    for answer in answers:
        counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
        counts[answer] = counts[answer] + 1
    return counts
