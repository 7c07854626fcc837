# points: 4
# hint: none
# why: get gives None by itself
def find_price(prices, item):
    return prices.get(item)
