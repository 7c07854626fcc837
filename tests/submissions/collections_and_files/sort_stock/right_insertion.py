# points: 5
# hint: none
# why: puts each jar at its place
def sort_stock(stock):
    ordered = []
    for good in stock:
        place = len(ordered)
        while place > 0 and ordered[place - 1]["price"] > good["price"]:
            place = place - 1
        ordered.insert(place, good)
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
    by_name = {}
    for good in stock:
        by_name[good["item"]] = good
    return by_name.get(name)
