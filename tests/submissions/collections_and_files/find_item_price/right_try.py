# points: 4
# hint: none
# why: asks first and catches the error
def find_price(prices, item):
    try:
        return prices[item]
    except KeyError:
        return None
