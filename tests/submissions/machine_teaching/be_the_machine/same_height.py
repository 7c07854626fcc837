# points: 2
# hint: looks_only_up
# why: compares only how far up they are
near_star = "olive_a"
near_moon = "nut_b"
near_drop = "nut_c"
near_heart = "nut_a"
near_sun = "olive_a"
