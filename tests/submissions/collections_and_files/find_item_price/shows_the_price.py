# points: 0
# hint: prints_instead_of_return
# why: prints the price
def find_price(prices, item):
    if item in prices:
        print(prices[item])
    else:
        print(None)
