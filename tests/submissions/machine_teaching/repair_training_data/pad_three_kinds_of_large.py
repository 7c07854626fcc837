# points: 0
# hint: has_more_olives
# why: takes small nuts only, and there are three
# form: pad
chosen = ["olive_a", "olive_b", "olive_e", "olive_f", "nut_a", "nut_b", "nut_c"]
