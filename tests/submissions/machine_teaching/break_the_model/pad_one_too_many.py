# points: 4
# hint: miscounts
# why: counts one mark twice
# form: pad
results = {"long_olives": 5, "round_olives": 2, "small_nuts": 4, "large_nuts": 5}
weak_group = "round_olives"
reason = "no_examples"
