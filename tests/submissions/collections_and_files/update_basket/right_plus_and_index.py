# points: 4
# hint: none
# why: joins with + and deletes by position
def update_basket(basket, bought, put_back):
    filled = basket + bought
    for item in put_back:
        if item in filled:
            del filled[filled.index(item)]
    return filled


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
