# points: 3.2
# hint: takes_out_every_copy
# why: keeps only what is not in put_back
def update_basket(basket, bought, put_back):
    filled = list(basket)
    for item in bought:
        filled.append(item)
    return [item for item in filled if item not in put_back]


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
