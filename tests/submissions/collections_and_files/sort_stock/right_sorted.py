# points: 5
# hint: none
# why: sorted with a key; a found variable instead of an early return
def price_of(good):
    return good["price"]


def sort_stock(stock):
    return sorted(stock, key=price_of)


shelf = [
    {"item": "dates", "price": 40},
    {"item": "walnuts", "price": 110},
    {"item": "raisins", "price": 9},
    {"item": "figs", "price": 60},
]
price_list = sort_stock(shelf)
# %%
def find_item(stock, name):
    found = None
    for good in stock:
        if good["item"] == name:
            found = good
    return found
