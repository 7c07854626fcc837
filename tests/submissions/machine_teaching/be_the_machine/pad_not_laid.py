# points: 4
# hint: is_not_laid
# why: forgets the moon
# form: pad
nearest = {"olive_a": ["star"], "olive_b": ["sun"], "olive_c": ["drop"], "nut_a": ["heart"], "nut_b": [], "nut_c": []}
