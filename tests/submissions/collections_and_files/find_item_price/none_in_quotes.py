# points: 2.4
# hint: gives_words
# why: None in quotes is a text
def find_price(prices, item):
    return prices.get(item, "None")
