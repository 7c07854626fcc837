# points: 0
# hint: looks_at_the_first_only
# why: the else returns in the first round
def find_price(prices, item):
    for name in prices:
        if name == item:
            return prices[name]
        else:
            return None
