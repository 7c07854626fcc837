# points: 4
# hint: none
# why: one border for both measures together
def rule(length_mm, width_mm):
    size = length_mm + 2 * width_mm
    return "olive" if size < 58 else "argan"
