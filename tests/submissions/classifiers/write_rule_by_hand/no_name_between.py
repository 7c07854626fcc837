# points: 1.5
# hint: leaves_gaps
# why: two separate conditions leave the sizes between them without a name
def rule(length_mm, width_mm):
    if width_mm < 15.8:
        return "olive"
    if width_mm > 19.2:
        return "argan"
