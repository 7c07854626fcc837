# points: 8
# hint: none
# why: writes the results one by one
def count_right(fruits):
    right = 0
    for length, width, kind in fruits:
        if predict_fruit(length, width) == kind:
            right = right + 1
    return right

results = {
    "round_olives": count_right(groups["round_olives"]),
    "small_nuts": count_right(groups["small_nuts"]),
    "long_olives": count_right(groups["long_olives"]),
    "large_nuts": count_right(groups["large_nuts"]),
}

# %%
weak_group = "round_olives"
reason = "no_examples"
