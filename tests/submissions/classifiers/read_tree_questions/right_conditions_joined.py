# points: 4
# hint: none
# why: joins the questions of each way with and
predictions = {}
predictions["a"] = predictions["d"] = "healthy"
predictions["b"] = predictions["c"] = "sick"


def follow_tree(spots, length):
    state = "healthy"
    if spots <= 10 and length <= 44:
        state = "sick"
    elif spots > 10 and length <= 65:
        state = "sick"
    return state
