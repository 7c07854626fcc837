# points: 4
# hint: looks_only_up
# why: follows the row of the sun
# form: pad
nearest = {"olive_a": ["star", "sun"], "olive_b": [], "olive_c": ["drop"], "nut_a": ["moon", "heart"], "nut_b": [], "nut_c": []}
