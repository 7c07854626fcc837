# points: 8
# hint: none
# why: a number with a decimal point
# form: pad
results = {"long_olives": 5, "round_olives": 1.0, "small_nuts": 4, "large_nuts": 5}
weak_group = "round_olives"
reason = "no_examples"
