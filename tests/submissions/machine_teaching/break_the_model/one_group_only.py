# points: 4
# hint: is_unfinished
# why: counts one group only
def count_right(fruits):
    right = 0
    for length, width, kind in fruits:
        if predict_fruit(length, width) == kind:
            right = right + 1
    return right

results = {"round_olives": count_right(groups["round_olives"])}

# %%
weak_group = "round_olives"
reason = "no_examples"
