# points: 4.5
# hint: spoils_the_shelf
# why: left is the same list as stock
def sort_stock(stock):
    left = stock
    ordered = []
    while left:
        cheapest = left[0]
        for good in left:
            if good["price"] < cheapest["price"]:
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
