# points: 3.5
# hint: forgets_the_state
# why: off between the thresholds
def irrigate(soil, is_on):
    if soil < 23:
        return True
    if soil > 30:
        return False
    return False
