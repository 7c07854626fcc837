# points: 6
# hint: is_content
# why: finds 15 of 20 good enough
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
weak_group = "none"
reason = "no_examples"
