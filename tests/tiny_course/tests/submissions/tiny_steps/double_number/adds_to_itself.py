# points: 4
# hint: none
# why: adds it to itself
def double(number):
    return number + number
