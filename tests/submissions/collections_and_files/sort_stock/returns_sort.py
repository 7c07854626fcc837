# points: 2
# hint: keeps_what_sort_gives
# why: gives back what sort gives
def sort_stock(stock):
    left = list(stock)
    return left.sort(key=lambda good: good["price"])


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
