# points: 0
# hint: gives_other_words
# why: answers the question "is it an olive?" instead of giving the name
def rule(length_mm, width_mm):
    return width_mm < 17.5
