# points: 4
# hint: gives_nothing_back
# why: forgets to give the number back
def count_right(fruits):
    right = 0
    for length, width, kind in fruits:
        if predict_fruit(length, width) == kind:
            right = right + 1


results = {}
for name in groups:
    results[name] = count_right(groups[name])
results

# %%
weak_group = "round_olives"
reason = "no_examples"
