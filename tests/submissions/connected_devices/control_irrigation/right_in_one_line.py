# points: 6
# hint: none
# why: a Boolean expression
def irrigate(soil, is_on):
    return soil < 25 or (is_on and not soil > 30)
