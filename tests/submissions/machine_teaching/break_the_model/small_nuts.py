# points: 6
# hint: takes_one_mistake
# why: stops at the first mistake
def count_right(fruits):
    right = 0
    for length, width, kind in fruits:
        if predict_fruit(length, width) == kind:
            right = right + 1
    return right


results = {}
for name in groups:
    results[name] = count_right(groups[name])
results

# %%
weak_group = "small_nuts"
reason = "no_examples"
