# points: 4.5
# hint: turns_equal_prices
# why: <= takes the last of equal prices
def sort_stock(stock):
    left = list(stock)
    ordered = []
    while left:
        cheapest = left[0]
        for good in left:
            if good["price"] <= cheapest["price"]:
                cheapest = good
        left.remove(cheapest)
        ordered.append(cheapest)
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
