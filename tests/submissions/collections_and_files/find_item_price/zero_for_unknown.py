# points: 2.4
# hint: gives_zero
# why: gives zero for an item that is not there
def find_price(prices, item):
    price = 0
    if item in prices:
        price = prices[item]
    return price
