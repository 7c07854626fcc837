# points: 4
# hint: is_unfinished
# why: leaves a group without stars
# form: pad
results = {"long_olives": 5, "round_olives": 1, "small_nuts": 4, "large_nuts": None}
weak_group = "round_olives"
reason = "no_examples"
