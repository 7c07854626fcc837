# points: 4
# hint: counts_every_fruit
# why: gives five stars to everybody
# form: pad
results = {"long_olives": 5, "round_olives": 5, "small_nuts": 5, "large_nuts": 5}
weak_group = "round_olives"
reason = "no_examples"
