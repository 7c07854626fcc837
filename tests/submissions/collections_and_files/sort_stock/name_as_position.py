# points: 3
# hint: asks_a_list_like_a_dictionary
# why: uses a name where a list has positions
def sort_stock(stock):
    left = list(stock)
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
    return stock[name]
