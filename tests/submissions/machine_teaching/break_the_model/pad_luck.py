# points: 6
# hint: thinks_of_luck
# why: thinks of luck
# form: pad
results = {"long_olives": 5, "round_olives": 1, "small_nuts": 4, "large_nuts": 5}
weak_group = "round_olives"
reason = "luck"
