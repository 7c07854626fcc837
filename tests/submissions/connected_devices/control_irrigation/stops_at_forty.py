# points: 0.5
# hint: stops_too_late
# why: upper threshold too high
def irrigate(soil, is_on):
    if is_on:
        return soil < 38
    return soil < 23
