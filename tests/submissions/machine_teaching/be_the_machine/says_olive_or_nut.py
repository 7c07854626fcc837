# points: 0
# hint: says_the_kind
# why: says the kind and not which one
near_star = "olive"
near_moon = "nut"
near_drop = "olive"
near_heart = "nut"
near_sun = "olive"
