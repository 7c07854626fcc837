# points: 2.4
# hint: stops_on_unknown_item
# why: reads the price without looking first
def find_price(prices, item):
    return prices[item]
