# points: 4.5
# hint: spoils_the_shelf
# why: sorts the list it was given
def sort_stock(stock):
    stock.sort(key=lambda good: good["price"])
    return stock


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
