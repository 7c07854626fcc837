# points: 0
# hint: takes_one_twice
# why: writes one olive several times
chosen = ["olive_a", "olive_e", "olive_e", "olive_e", "nut_a", "nut_b", "nut_d", "nut_e"]
