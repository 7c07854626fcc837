# points: 6
# hint: blames_the_fruits
# why: blames the fruits
# form: pad
results = {"long_olives": 5, "round_olives": 1, "small_nuts": 4, "large_nuts": 5}
weak_group = "round_olives"
reason = "strange"
