# points: 8
# hint: none
# why: adds up comparisons
def count_right(fruits):
    return sum(predict_fruit(length, width) == kind for length, width, kind in fruits)


results = {}
for name in groups:
    results[name] = count_right(groups[name])
results

# %%
weak_group = "round_olives"
reason = "no_examples"
