# points: 0
# hint: takes_out_the_last
# why: uses pop without a position
def update_basket(basket, bought, put_back):
    filled = list(basket)
    for item in bought:
        filled.append(item)
    for item in put_back:
        if item in filled:
            filled.pop()
    return filled


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
