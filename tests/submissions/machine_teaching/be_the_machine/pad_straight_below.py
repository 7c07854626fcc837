# points: 4
# hint: looks_only_right
# why: follows the column of the heart
# form: pad
nearest = {"olive_a": ["star"], "olive_b": ["sun", "heart"], "olive_c": ["drop"], "nut_a": ["moon"], "nut_b": [], "nut_c": []}
