# points: 0
# hint: never_starts
# why: saves all the water
def irrigate(soil, is_on):
    return False
