# points: 8
# hint: none
# why: takes the mistakes away from all
def count_right(fruits):
    right = len(fruits)
    for fruit in fruits:
        if predict_fruit(fruit[0], fruit[1]) != fruit[2]:
            right = right - 1
    return right


results = {}
for name in groups:
    results[name] = count_right(groups[name])
results

# %%
weak_group = "round_olives"
reason = "no_examples"
