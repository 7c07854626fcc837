# points: 0
# hint: has_more_nuts
# why: leaves all nuts in
# form: pad
chosen = ["olive_a", "olive_b", "olive_e", "olive_f", "nut_a", "nut_b", "nut_c", "nut_d", "nut_e", "nut_f", "nut_g", "nut_h"]
