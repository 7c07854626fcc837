# points: 5
# hint: none
# why: writes the five in another order
near_sun = "olive_b"
near_heart = near_moon = "nut_a"
near_drop = "olive_c"
near_star = "olive_a"
