# points: 4
# hint: follows_the_crowd
# why: lays the drop with the nuts around it
# form: pad
nearest = {"olive_a": ["star"], "olive_b": ["sun"], "olive_c": [], "nut_a": ["moon", "heart"], "nut_b": ["drop"], "nut_c": []}
