# points: 3.5
# hint: narrow
# why: thresholds 1 apart
def irrigate(soil, is_on):
    if soil < 25:
        return True
    if soil > 26:
        return False
    return is_on
