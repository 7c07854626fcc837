# points: 3.6
# hint: spoils_the_basket
# why: gives the same list a second name
def update_basket(basket, bought, put_back):
    filled = basket
    for item in bought:
        filled.append(item)
    for item in put_back:
        if item in filled:
            filled.remove(item)
    return filled


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
