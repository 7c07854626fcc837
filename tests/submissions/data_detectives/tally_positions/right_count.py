# points: 6
# hint: none
# why: lets the list count
def tally(answers):
    counts = {}
    for position in ["keeper", "defender", "midfielder", "striker"]:
        counts[position] = answers.count(position)
    return counts
