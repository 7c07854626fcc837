# points: 0
# hint: has_more_nuts
# why: takes out the pebble and no more
chosen = ["olive_a", "olive_b", "nut_a", "nut_b", "nut_c", "nut_d", "nut_e", "nut_f", "nut_g", "nut_h"]
