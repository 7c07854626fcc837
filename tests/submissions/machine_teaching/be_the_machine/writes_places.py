# points: 0
# hint: names_no_example
# why: writes places in place of names
near_star = examples["olive_a"]
near_moon = examples["nut_a"]
near_drop = examples["olive_c"]
near_heart = examples["nut_a"]
near_sun = examples["olive_b"]
