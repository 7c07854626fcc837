# points: 3.2
# hint: takes_out_while_walking
# why: loops over the list that it shortens
def update_basket(basket, bought, put_back):
    filled = list(basket)
    for item in bought:
        filled.append(item)
    for item in filled:
        if item in put_back:
            filled.remove(item)
    return filled


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
