# points: 2
# hint: forgets_small_nuts
# why: takes large nuts only
# form: pad
chosen = ["olive_a", "olive_c", "olive_e", "olive_f", "nut_d", "nut_e", "nut_f", "nut_h"]
