# points: 4
# hint: none
# why: ticks off a copy of put_back and builds the list of what stays
def update_basket(basket, bought, put_back):
    leaving = list(put_back)
    staying = []
    for item in basket + bought:
        if item in leaving:
            leaving.remove(item)
        else:
            staying.append(item)
    return staying


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
