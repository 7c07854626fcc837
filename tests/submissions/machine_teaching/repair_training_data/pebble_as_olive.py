# points: 0
# hint: takes_the_pebble
# why: counts the pebble as an olive
chosen = ["olive_a", "olive_c", "olive_e", "pebble", "nut_a", "nut_b", "nut_d", "nut_e"]
