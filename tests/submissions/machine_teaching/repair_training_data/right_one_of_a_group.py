# points: 6
# hint: none
# why: one round olive and one small nut are enough
chosen = ["olive_a", "olive_b", "olive_c", "olive_f", "nut_a", "nut_d", "nut_f", "nut_h"]
