# points: 0
# hint: always_same
# why: half of the fruits are olives, so this is right for half of them
def rule(length_mm, width_mm):
    return "olive"
