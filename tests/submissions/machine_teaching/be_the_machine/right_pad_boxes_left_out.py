# points: 5
# hint: none
# why: names only the boxes that are not empty
# form: pad
nearest = {"nut_a": ["heart", "moon"], "olive_c": ["drop"], "olive_b": ["sun"], "olive_a": ["star"]}
