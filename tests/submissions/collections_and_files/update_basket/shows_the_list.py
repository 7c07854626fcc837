# points: 0
# hint: prints_instead_of_return
# why: prints the list and gives nothing back
def update_basket(basket, bought, put_back):
    filled = list(basket)
    for item in bought:
        filled.append(item)
    for item in put_back:
        if item in filled:
            filled.remove(item)
    print(filled)


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
