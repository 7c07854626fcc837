# points: 6
# hint: none
# why: curly brackets, no order
# form: pad
chosen = {"olive_c", "olive_d", "olive_g", "olive_e", "nut_c", "nut_a", "nut_f", "nut_h"}
