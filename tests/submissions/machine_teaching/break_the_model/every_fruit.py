# points: 4
# hint: counts_every_fruit
# why: leaves the function as it was
def count_right(fruits):
    right = 0
    for length, width, kind in fruits:
        right = right + 1
    return right


results = {}
for name in groups:
    results[name] = count_right(groups[name])
results

# %%
weak_group = "round_olives"
reason = "no_examples"
