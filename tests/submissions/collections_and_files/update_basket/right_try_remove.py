# points: 4
# hint: none
# why: removes first and forgives what is not there
def update_basket(basket, bought, put_back):
    filled = list(basket)
    filled.extend(bought)
    for item in put_back:
        try:
            filled.remove(item)
        except ValueError:
            pass
    return filled


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
