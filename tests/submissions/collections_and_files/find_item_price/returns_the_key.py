# points: 0
# hint: gives_the_name
# why: gives back the key, not the value
def find_price(prices, item):
    for name in prices:
        if name == item:
            return name
    return None
