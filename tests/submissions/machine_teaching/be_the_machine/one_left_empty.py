# points: 4
# hint: names_no_example
# why: leaves the sun for later
near_star = "olive_a"
near_moon = "nut_a"
near_drop = "olive_c"
near_heart = "nut_a"
near_sun = ""
