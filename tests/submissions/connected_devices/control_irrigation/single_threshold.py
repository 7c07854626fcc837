# points: 3.5
# hint: forgets_the_state
# why: one threshold
def irrigate(soil, is_on):
    return soil < 25
