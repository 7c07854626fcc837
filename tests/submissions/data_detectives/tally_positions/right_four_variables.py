# points: 6
# hint: none
# why: counts in four variables
def tally(answers):
    keepers = defenders = midfielders = strikers = 0
    for answer in answers:
        if answer == "keeper":
            keepers += 1
        elif answer == "defender":
            defenders += 1
        elif answer == "midfielder":
            midfielders += 1
        else:
            strikers += 1
    return {"striker": strikers, "midfielder": midfielders, "defender": defenders, "keeper": keepers}
