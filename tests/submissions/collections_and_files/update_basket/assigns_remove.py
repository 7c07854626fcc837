# points: 0
# hint: keeps_what_remove_gives
# why: puts the None of remove into the variable
def update_basket(basket, bought, put_back):
    filled = list(basket)
    for item in bought:
        filled.append(item)
    for item in put_back:
        if item in filled:
            filled = filled.remove(item)
    return filled


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
