# points: 6
# hint: has_no_group
# why: counts and does not choose
# form: pad
results = {"long_olives": 5, "round_olives": 1, "small_nuts": 4, "large_nuts": 5}
weak_group = ""
reason = "no_examples"
