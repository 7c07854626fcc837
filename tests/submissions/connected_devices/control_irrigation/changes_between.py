# points: 3.5
# hint: flips
# why: not is_on between
def irrigate(soil, is_on):
    if soil < 23:
        return True
    if soil > 30:
        return False
    return not is_on
