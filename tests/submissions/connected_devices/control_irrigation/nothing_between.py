# points: 0.5
# hint: says_nothing_between
# why: no return between
def irrigate(soil, is_on):
    if soil < 23:
        return True
    if soil > 30:
        return False
    pass
