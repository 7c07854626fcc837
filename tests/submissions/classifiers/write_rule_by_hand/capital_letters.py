# points: 0
# hint: gives_other_words
# why: writes the names in its own way
def rule(length_mm, width_mm):
    if width_mm > 17.5:
        return "Argan"
    return "Olive"
