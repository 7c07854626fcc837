# points: 6
# hint: none
# why: five of each kind
# form: pad
chosen = ["olive_b", "olive_d", "olive_e", "olive_f", "olive_g", "nut_b", "nut_c", "nut_d", "nut_g", "nut_h"]
