# points: 1
# hint: takes_the_pebble
# why: balances and leaves the pebble
chosen = ["olive_a", "olive_c", "olive_e", "olive_f", "pebble", "nut_a", "nut_b", "nut_d", "nut_e"]
