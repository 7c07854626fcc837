# points: 4
# hint: none
# why: goes through names and prices
def find_price(prices, item):
    for name, price in prices.items():
        if name == item:
            return price
