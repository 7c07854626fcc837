# points: 6
# hint: none
# why: one threshold that moves
LOWER = 24
GAP = 6


def irrigate(soil, is_on):
    threshold = LOWER
    if is_on:
        threshold = threshold + GAP
    return soil <= threshold
