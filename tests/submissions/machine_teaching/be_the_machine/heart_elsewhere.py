# points: 4
# hint: looks_again
# why: guesses for the heart
near_star = "olive_a"
near_moon = "nut_a"
near_drop = "olive_c"
near_heart = "nut_b"
near_sun = "olive_b"
