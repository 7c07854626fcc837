# points: 3.6
# hint: takes_a_part_of_the_name
# why: looks for the item inside the name
def find_price(prices, item):
    for name in prices:
        if item in name:
            return prices[name]
    return None
