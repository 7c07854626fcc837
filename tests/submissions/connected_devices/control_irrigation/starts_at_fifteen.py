# points: 1
# hint: starts_too_late
# why: lower threshold too low
def irrigate(soil, is_on):
    if soil < 16:
        return True
    if soil > 28:
        return False
    return is_on
