# points: 0
# hint: never_stops
# why: a running pump is never looked at
def irrigate(soil, is_on):
    if is_on:
        return True
    return soil < 23
