# points: 8
# hint: none
# why: another order of the groups
# form: pad
reason = "no_examples"
weak_group = "round_olives"
results = {"large_nuts": 5, "small_nuts": 4, "round_olives": 1, "long_olives": 5}
