# points: 0
# hint: has_too_few
# why: takes one of each group
chosen = ["olive_a", "olive_e", "nut_a", "nut_d"]
