# points: 0
# hint: adds_two
# why: adds
def double(number):
    return number + 2
