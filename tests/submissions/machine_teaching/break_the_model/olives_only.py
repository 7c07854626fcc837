# points: 4
# hint: counts_one_kind
# why: counts olives and asks no model
def count_right(fruits):
    right = 0
    for length, width, kind in fruits:
        if kind == "olive":
            right = right + 1
    return right


results = {}
for name in groups:
    results[name] = count_right(groups[name])
results

# %%
weak_group = "round_olives"
reason = "no_examples"
