# points: 0
# hint: swaps_names
# why: turns the comparison round
def rule(length_mm, width_mm):
    if width_mm < 17.5:
        return "argan"
    return "olive"
