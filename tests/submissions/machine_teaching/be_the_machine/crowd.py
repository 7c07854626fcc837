# points: 4
# hint: follows_the_crowd
# why: takes what most neighbors of the drop are
near_star = "olive_a"
near_moon = "nut_a"
near_drop = "nut_b"
near_heart = "nut_a"
near_sun = "olive_b"
