# points: 6
# hint: none
# why: looks at the pump first
def irrigate(soil, is_on):
    if is_on:
        return soil < 29
    return soil < 22
