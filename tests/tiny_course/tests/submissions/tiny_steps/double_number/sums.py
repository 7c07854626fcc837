# points: 4
# hint: none
# why: sums
def double(number):
    return sum([number] * 2)
