# points: 4
# hint: counts_mistakes
# why: counts the crosses
# form: pad
results = {"long_olives": 0, "round_olives": 4, "small_nuts": 1, "large_nuts": 0}
weak_group = "round_olives"
reason = "no_examples"
