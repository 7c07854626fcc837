# points: 5
# hint: none
# why: the lines in an equivalent order
def sort_stock(stock):
    ordered = []
    left = list(stock)
    while left:
        cheapest = left[0]
        for good in left:
            if good["price"] < cheapest["price"]:
                cheapest = good
        ordered.append(cheapest)
        left.remove(cheapest)
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
