# points: 0
# hint: has_more_olives
# why: adds olives without counting
chosen = ["olive_a", "olive_b", "olive_c", "olive_d", "olive_e", "olive_f", "olive_g", "nut_a", "nut_b", "nut_d", "nut_e"]
