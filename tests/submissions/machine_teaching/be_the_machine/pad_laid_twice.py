# points: 4
# hint: is_not_laid
# why: lays the drop into two boxes
# form: pad
nearest = {"olive_a": ["star"], "olive_b": ["sun"], "olive_c": ["drop"], "nut_a": ["moon", "heart"], "nut_b": ["drop"], "nut_c": []}
