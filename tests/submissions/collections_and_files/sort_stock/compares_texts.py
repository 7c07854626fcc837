# points: 3.5
# hint: sorts_prices_as_text
# why: turns prices into text before comparing
def sort_stock(stock):
    left = list(stock)
    ordered = []
    while left:
        cheapest = left[0]
        for good in left:
            if str(good["price"]) < str(cheapest["price"]):
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
