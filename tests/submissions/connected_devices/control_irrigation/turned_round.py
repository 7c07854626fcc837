# points: 0
# hint: is_turned_round
# why: comparisons turned round
def irrigate(soil, is_on):
    if soil > 23:
        return True
    if soil < 30:
        return False
    return is_on
