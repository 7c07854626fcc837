# points: 3.2
# hint: loses_the_free_ones
# why: asks whether the price is true
def find_price(prices, item):
    price = prices.get(item)
    if price:
        return price
    return None
