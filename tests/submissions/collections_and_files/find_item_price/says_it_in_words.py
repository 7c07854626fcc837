# points: 2.4
# hint: gives_words
# why: a text for an item that is not there
def find_price(prices, item):
    if item in prices:
        return prices[item]
    return "not sold here"
