# points: 6
# hint: none
# why: lets the model try all pairs
clues = []
most = 0
names = ["stall", "basket", "color", "width", "length"]
for first in names:
    for second in names:
        if first != second and right_predictions([first, second]) > most:
            most = right_predictions([first, second])
            clues = [first, second]
false_clue = "basket"
