# points: 0
# hint: never_stops
# why: waters all the time
def irrigate(soil, is_on):
    return True
