# points: 3
# hint: looks_only_right
# why: compares only how far right they are
near_star = "olive_a"
near_moon = "nut_a"
near_drop = "olive_c"
near_heart = "olive_b"
near_sun = "nut_b"
