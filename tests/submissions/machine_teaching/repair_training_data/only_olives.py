# points: 0
# hint: takes_one_kind
# why: throws out all nuts
chosen = ["olive_a", "olive_b", "olive_c", "olive_d", "olive_e", "olive_f"]
