# points: 6
# hint: none
# why: takes all olives and leaves one nut out
chosen = ["olive_a", "olive_b", "olive_c", "olive_d", "olive_e", "olive_f", "olive_g", "nut_a", "nut_b", "nut_c", "nut_d", "nut_e", "nut_f", "nut_g"]
