# points: 0
# hint: border_is_off
# why: puts the border at the widest fruits of the table
def rule(length_mm, width_mm):
    if width_mm > 22:
        return "argan"
    return "olive"
