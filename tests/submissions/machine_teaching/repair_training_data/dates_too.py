# points: 0
# hint: names_strangers
# why: adds something that is not there
chosen = ["olive_a", "olive_c", "olive_e", "olive_f", "nut_a", "nut_b", "nut_d", "date_a"]
