# points: 0
# hint: squares
# why: two as exponent
def double(number):
    result = number * number
    return result
