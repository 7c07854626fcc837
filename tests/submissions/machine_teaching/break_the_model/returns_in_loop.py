# points: 4
# hint: stops_at_once
# why: gives back inside the loop
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
weak_group = "round_olives"
reason = "no_examples"
