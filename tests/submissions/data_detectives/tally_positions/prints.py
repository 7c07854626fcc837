# points: 0
# hint: shows_and_gives_nothing_back
# why: shows the numbers and gives nothing back
def tally(answers):
    counts = {"keeper": 0, "defender": 0, "midfielder": 0, "striker": 0}
    for answer in answers:
        counts[answer] = counts[answer] + 1
    print(counts)
