# points: 3.6
# hint: takes_out_too_early
# why: takes out before the new things are in
def update_basket(basket, bought, put_back):
    filled = list(basket)
    for item in put_back:
        if item in filled:
            filled.remove(item)
    for item in bought:
        filled.append(item)
    return filled


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
