# points: 8
# hint: none
# why: collects the right ones in a list
def count_right(fruits):
    right = []
    for fruit in fruits:
        length, width, kind = fruit
        predicted = predict_fruit(length, width)
        if predicted == kind:
            right.append(fruit)
    return len(right)


results = {}
for name in groups:
    results[name] = count_right(groups[name])
results

# %%
weak_group = "round_olives"
reason = "no_examples"
