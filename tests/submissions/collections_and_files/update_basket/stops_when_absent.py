# points: 3.2
# hint: stops_on_missing_item
# why: removes without looking first
def update_basket(basket, bought, put_back):
    filled = list(basket)
    for item in bought:
        filled.append(item)
    for item in put_back:
        filled.remove(item)
    return filled


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
