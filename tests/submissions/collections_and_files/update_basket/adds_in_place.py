# points: 3.6
# hint: spoils_the_basket
# why: += changes the list that was given
def update_basket(basket, bought, put_back):
    basket += bought
    for item in put_back:
        if item in basket:
            basket.remove(item)
    return basket


saturday = ["bread", "mint", "olives", "mint"]
sunday = update_basket(saturday, ["dates"], ["mint", "bread"])
