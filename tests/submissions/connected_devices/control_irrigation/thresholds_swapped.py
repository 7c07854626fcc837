# points: 3.5
# hint: flips
# why: upper threshold starts, lower one stops
def irrigate(soil, is_on):
    if is_on:
        return soil < 23
    return soil < 30
