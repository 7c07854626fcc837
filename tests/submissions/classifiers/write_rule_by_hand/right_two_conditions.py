# points: 4
# hint: none
# why: a narrow fruit is an olive, and so is a very short one
def rule(length_mm, width_mm):
    if width_mm <= 18 or length_mm < 17:
        return "olive"
    else:
        return "argan"
