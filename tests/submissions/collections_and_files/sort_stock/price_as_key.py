# points: 4.5
# hint: loses_equal_prices
# why: one jar for each price
def sort_stock(stock):
    jars = {}
    for good in stock:
        jars[good["price"]] = good
    ordered = []
    for price in sorted(jars):
        ordered.append(jars[price])
    return ordered


shelf = [
    {"item": "dates", "price": 40},
    {"item": "walnuts", "price": 110},
    {"item": "raisins", "price": 9},
    {"item": "figs", "price": 60},
]
price_list = sort_stock(shelf)
# %%
def find_item(stock, name):
    for good in stock:
        if good["item"] == name:
            return good
    return None
