# points: 0
# hint: never_starts
# why: never changes anything
def irrigate(soil, is_on):
    return is_on
